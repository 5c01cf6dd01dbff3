import type { CaseRow } from '#db/repositories/cases.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { subjectOf } from '#worker/moderation/approve-case.ts';
import { claimDecision } from '#worker/moderation/claim-decision.ts';
import { employerDecision } from '#worker/moderation/employer-decision.ts';
import type { Restriction, StatementWanted } from '#worker/moderation/model/statement.ts';
import type { ModerationContext } from '#worker/moderation/moderation-context.ts';
import { type CaseAsked, openCase, overtaken } from '#worker/moderation/open-case.ts';
import type { StaffAct } from '#worker/staff/model/staff-acts.ts';

export interface CaseRejected extends CaseAsked {
  /** Ids of the rules that it breaks, at least one. */
  readonly rules: readonly string[];
  /** Why, for its author: names nobody. */
  readonly note: string;
}

/** Refuses what was read, with the rules that it breaks: a statement of reasons in the same batch tells its author. What was approved before stays public. */
export async function rejectCase(context: ModerationContext, { staff, caseId, rules, note }: CaseRejected): Promise<void> {
  const { now, moderationQueue, audited, pseudonymOf, makeStatement } = context;
  const row = await openCase(context, { staff, caseId });
  const by = await pseudonymOf(staff.accountId);
  const decision = await refusalOf(context, { row, note });
  if (decision === null) throw overtaken();
  const reasons = 'restriction' in decision ? (await makeStatement(statementOf(row, { rules, note, by, ...decision }))).statements : [];
  const done = await audited({ staff, act: decision.act, subject: subjectOf(row), reason: 'queue' }, [
    ...moderationQueue.close({ id: row.id, now, by, outcome: 'rejected', accountId: staff.accountId }),
    ...decision.statements,
    ...reasons,
  ]);
  if (!done) throw overtaken();
}

interface Refused {
  readonly row: CaseRow;
  readonly note: string;
}

/** What refuses it; with what a statement of reasons needs, where something is restricted. */
async function refusalOf(context: ModerationContext, refused: Refused) {
  const { row, note } = refused;
  if (row.kind === 'employer') return employerDecision(context, { row, approved: false, reason: note });
  return row.kind === 'claim' ? claimDecision(context, { row, accepted: false }) : rejectionOf(context, refused);
}

interface Decided {
  readonly act: StaffAct;
  readonly restriction: Restriction;
  readonly about: { readonly jobId: string };
  readonly language: string | null;
  readonly writtenAt: number | null;
  /** Of a post that was approved before, and stays as it is. */
  readonly isChange?: boolean;
  readonly statements: readonly Statement[];
}

/** Refuses words that wait, or takes an ad away that was published first or that an import brought; null where that is over. */
function rejectionOf(context: ModerationContext, { row, note }: Refused): Promise<Decided | null> | null {
  const { jobId, revisionId, kind } = row;
  if (jobId === null) return null;
  if (kind === 'post') return revisionId === null ? null : refusedWords(context, { jobId, revisionId, note });
  return kind === 'import' || kind === 'review' ? refusedAd(context, { jobId, kind, note }) : null;
}

interface WordsRefused {
  readonly jobId: string;
  readonly revisionId: string;
  readonly note: string;
}

async function refusedWords(context: ModerationContext, { jobId, revisionId, note }: WordsRefused): Promise<Decided | null> {
  const found = await context.postRevisions.find(revisionId);
  const statements = await context.decidePost.reject({ revisionId, why: note });
  if (found === null || statements === null) return null;
  const { content, submittedAt } = found.revision;
  const isChange = found.post.state !== 'submitted';
  const written = { language: content.language, writtenAt: submittedAt };
  return { act: 'post-rejected', restriction: 'rejected', about: { jobId }, ...written, isChange, statements };
}

interface AdRefused {
  readonly jobId: string;
  readonly kind: 'import' | 'review';
  readonly note: string;
}

async function refusedAd({ now, withheldAds }: ModerationContext, { jobId, kind, note }: AdRefused): Promise<Decided | null> {
  const ad = await withheldAds.find(jobId);
  if (ad === null) return null;
  const known = { about: { jobId }, language: ad.language, writtenAt: ad.postedAt };
  if (kind === 'import')
    return { act: 'import-refused', restriction: 'rejected', ...known, statements: withheldAds.refuseStatements({ ad, now }) };
  const statements = withheldAds.removeStatements({ ad, now, why: note, fingerprint: null });
  return { act: 'post-removed', restriction: 'removed', ...known, statements };
}

interface Reasons extends Omit<Decided, 'act' | 'statements'> {
  readonly rules: readonly string[];
  readonly note: string;
  readonly by: string;
}

function statementOf(row: CaseRow, reasons: Reasons): StatementWanted {
  const { restriction, about, rules, note, by, language, writtenAt, isChange = false } = reasons;
  return {
    restriction,
    isChange,
    about,
    title: row.title,
    revisionId: row.revisionId,
    caseId: row.id,
    noticeId: null,
    ground: { rules },
    explanation: note,
    contentLanguage: language,
    contentAt: writtenAt,
    automatedDetection: row.flags.length > 0,
    decidedBy: by,
  };
}
