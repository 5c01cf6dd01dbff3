import type { DecisionSubjectsRepository } from '#db/repositories/decision-subjects.ts';
import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { EEA } from '#worker/moderation/model/eea.ts';
import { toEuStatement } from '#worker/moderation/model/eu-statement.ts';
import { contentsOf } from '#worker/moderation/model/notice-contents.ts';
import { ruleText } from '#worker/moderation/model/rule-text.ts';
import type { StatementLines } from '#worker/moderation/model/staff-views.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';
import type { RunAudited } from '#worker/moderation/restrict-ad.ts';

export interface ExportStatementsContext {
  readonly publicUrl: string;
  readonly statements: Pick<StatementsRepository, 'newest' | 'between' | 'oldestAt' | 'namesIn'>;
  readonly notices: Pick<NoticesRepository, 'byId'>;
  readonly noticeSeal: Seal;
  readonly audited: RunAudited;
  readonly titlesOf: DecisionSubjectsRepository['titlesOf'];
}

const SHOWN = 100;
const DAY = 86_400_000;

/** The newest decisions, for staff. */
export async function seeStatements({ statements, titlesOf }: ExportStatementsContext): Promise<StatementLines> {
  const [rows, oldest] = await Promise.all([statements.newest(SHOWN), statements.oldestAt()]);
  const titles = await titlesOf(rows);
  const lines = rows.map((row, at) => ({
    id: row.id,
    jobId: row.jobId,
    title: titles[at] ?? '',
    restriction: restrictionTold(row),
    appliedAt: isoTime(row.appliedAt),
    reversedAt: row.reversedAt === null ? null : isoTime(row.reversedAt),
    noticed: row.noticeId !== null,
  }));
  return { statements: lines, since: oldest === null ? null : utcDay(oldest) };
}

export interface Exporting {
  readonly staff: Member;
  /** `2026-11-01`, both days among them. */
  readonly from: string;
  readonly until: string;
}

/** Statements of reasons as the EU's database takes them; of imported ads, which are the operator's own publication, there are none to send. */
export async function exportStatements(context: ExportStatementsContext, { staff, from, until }: Exporting) {
  await context.audited({ staff, act: 'statements-exported', subject: { kind: 'board', id: 'statements' }, reason: 'legal-request' });
  const rows = await context.statements.between({ from: Date.parse(from), until: Date.parse(until) + DAY });
  const names = await namesOf(context, rows);
  const setting = {
    namesOf: (id: string) => names.filter((one) => one.id === id).map(({ name }) => name),
    rulesUrl: `${context.publicUrl}/terms`,
    territories: EEA,
    ruleText: (id: string) => ruleText(id, 'en'),
  };
  const made = rows.map((row) => toEuStatement(row, setting));
  return {
    statements: made.flatMap((one) => (one.is === 'statement' ? [one.statement] : [])),
    refused: made.flatMap((one) => (one.is === 'refused' ? [{ id: one.id, field: one.field }] : [])),
  };
}

/** Of authors, and of whoever sent the report that led to a decision. */
async function namesOf({ statements, notices, noticeSeal }: ExportStatementsContext, rows: readonly StoredStatement[]) {
  const authors = await statements.namesIn(rows.map(({ id }) => id));
  const notifiers = rows.map(async ({ id, noticeId }) => {
    const notice = noticeId === null ? null : await notices.byId(noticeId);
    const opened = notice === null ? null : await noticeSeal.open(notice.sealed, notice.id);
    const name = opened === null ? null : contentsOf(opened).name;
    return name === null ? [] : [{ id, name }];
  });
  return [...authors, ...(await Promise.all(notifiers)).flat()];
}
