import type { CaseRow } from '#db/repositories/cases.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { DomainError, SEE_FIELDS } from '#worker/kernel/errors.ts';
import { claimDecision } from '#worker/moderation/claim-decision.ts';
import { employerDecision } from '#worker/moderation/employer-decision.ts';
import { type AnswersGiven, answerFlags, type FlagsToAnswer } from '#worker/moderation/model/flag-answers.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { ModerationContext } from '#worker/moderation/moderation-context.ts';
import { type CaseAsked, openCase, overtaken } from '#worker/moderation/open-case.ts';
import type { StaffAct } from '#worker/staff/model/staff-acts.ts';

export interface CaseApproved extends CaseAsked {
  readonly answers: AnswersGiven;
}

/** Approves what was read: a post becomes public, a flagged imported ad goes out, and what was published first stays. */
export async function approveCase(context: ModerationContext, { staff, caseId, answers }: CaseApproved): Promise<void> {
  const { now, moderationQueue, audited, pseudonymOf } = context;
  const row = await openCase(context, { staff, caseId });
  const flags = answeredFlags({ flags: row.flags, given: answers });
  const approval = await approvalOf(context, row);
  if (approval === null) throw overtaken();
  const by = await pseudonymOf(staff.accountId);
  const done = await audited({ staff, act: approval.act, subject: subjectOf(row), reason: 'queue' }, [
    ...moderationQueue.close({ id: row.id, now, by, outcome: 'approved', accountId: staff.accountId }),
    ...moderationQueue.answerFlags(row.id, flags),
    ...approval.statements,
  ]);
  if (!done) throw overtaken();
}

/** The flags with what the moderator said to them; refused while one that must be answered is not. */
export function answeredFlags(toAnswer: FlagsToAnswer): readonly FlagRaised[] {
  const answered = answerFlags(toAnswer);
  if (answered.is === 'answered') return answered.flags;
  throw new DomainError('invalid', SEE_FIELDS, answered.problems);
}

/** What a line of the log of staff is about. */
export function subjectOf({ id, jobId }: CaseRow) {
  return jobId === null ? ({ kind: 'case', id } as const) : ({ kind: 'post', id: jobId } as const);
}

interface Approval {
  readonly act: StaffAct;
  readonly statements: readonly Statement[];
}

async function approvalOf(context: ModerationContext, row: CaseRow): Promise<Approval | null> {
  const { kind, jobId, revisionId } = row;
  if (kind === 'employer') return employerDecision(context, { row, approved: true, reason: null });
  if (kind === 'claim') return claimDecision(context, { row, accepted: true });
  if (jobId === null) return null;
  if (kind === 'import') return importRelease(context, jobId);
  if (kind === 'review') return { act: 'review-closed', statements: [] };
  return kind === 'post' && revisionId !== null ? postApproval(context, { jobId, revisionId }) : null;
}

async function importRelease({ withheldAds }: ModerationContext, jobId: string): Promise<Approval | null> {
  const ad = await withheldAds.find(jobId);
  return ad === null ? null : { act: 'import-released', statements: withheldAds.releaseStatements({ ad }) };
}

async function postApproval(
  { now, decidePost, postRevisions, tellAuthor }: ModerationContext,
  { jobId, revisionId }: { readonly jobId: string; readonly revisionId: string },
): Promise<Approval | null> {
  const found = await postRevisions.find(revisionId);
  const statements = await decidePost.approve({ revisionId });
  if (found === null || statements === null) return null;
  const { publishOn } = found.revision.content;
  const facts = { publicFrom: publishOn !== null && publishOn > now ? publishOn : null, isEdit: found.post.publicRevisionId !== null };
  const mail = await tellAuthor(jobId, { kind: 'post-approved', key: `post-approved/${revisionId}`, facts });
  return { act: 'post-approved', statements: [...statements, ...mail] };
}
