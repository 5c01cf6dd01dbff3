import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { DecisionSubjectsRepository } from '#db/repositories/decision-subjects.ts';
import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import { isMember } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type CompareEditContext, compareEdit } from '#worker/moderation/compare-edit.ts';
import type { DecisionLine, DecisionsView, DecisionView } from '#worker/moderation/model/decision-view.ts';
import { ruleText } from '#worker/moderation/model/rule-text.ts';
import { restrictionTold } from '#worker/moderation/model/statement.ts';
import { ownStatement, type Reader } from '#worker/moderation/object-to-decision.ts';

export interface SeeDecisionsContext extends CompareEditContext {
  readonly now: number;
  readonly language: string;
  readonly statements: Pick<StatementsRepository, 'ofAccount' | 'ownOf' | 'byId'>;
  readonly appeals: Pick<AppealsRepository, 'ofStatement' | 'ofStatements' | 'countStaff'>;
  readonly titleOf: DecisionSubjectsRepository['titleOf'];
  readonly titlesOf: DecisionSubjectsRepository['titlesOf'];
}

/** Decisions about one's own posts, and about the employers that one works for, the newest first; and the one that a link from a mail is about. */
export async function seeDecisions(context: SeeDecisionsContext, { actor, link }: Omit<Reader, 'id'>): Promise<DecisionsView> {
  const linked = link?.kind === 'decision' ? link.subjectId : null;
  if (!isMember(actor) && linked === null) throw new DomainError('not_found', LINK_OVER);
  const rows = isMember(actor) ? await context.statements.ofAccount(actor.accountId) : [];
  const [titles, appeals] = await Promise.all([context.titlesOf(rows), context.appeals.ofStatements(rows.map(({ id }) => id))]);
  return { linked, decisions: rows.map((row, at) => line(row, { title: titles[at] ?? '', appeal: appeals.get(row.id) ?? null })) };
}

interface Known {
  readonly title: string;
  readonly appeal: StoredAppeal | null;
}

function line(row: StoredStatement, { title, appeal }: Known): DecisionLine {
  const { id, appliedAt, reversedAt } = row;
  return {
    id,
    title,
    restriction: restrictionTold(row),
    appliedAt: isoTime(appliedAt),
    reversedAt: reversedAt === null ? null : isoTime(reversedAt),
    appeal: appeal === null ? 'none' : (appeal.outcome ?? 'waits'),
  };
}

/** A decision with its reasons, for whom it restricts. */
export async function seeDecision(context: SeeDecisionsContext, reader: Reader): Promise<DecisionView> {
  const row = await ownStatement(context, reader);
  const { appeals } = context;
  const [title, appeal, changes, staff] = await Promise.all([
    context.titleOf(row),
    appeals.ofStatement(row.id),
    compareEdit(context, row),
    appeals.countStaff(),
  ]);
  const { jobId, rules, legalGround, explanation, facts, noticeId, automatedDetection, endsAt, objectionUntil } = row;
  return {
    ...line(row, { title, appeal }),
    jobId,
    rules: rules.map((id) => ({ id, text: ruleText(id, context.language) })),
    law: legalGround,
    explanation,
    facts,
    changes,
    noticed: noticeId !== null,
    checked: automatedDetection,
    endsAt: endsAt === null ? null : isoTime(endsAt),
    objectionUntil: isoTime(objectionUntil),
    mayObject: appeal === null && row.reversedAt === null && objectionUntil > context.now,
    isAlone: staff < 2,
    answer: appeal?.answer ?? null,
  };
}
