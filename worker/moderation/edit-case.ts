import type { CaseRow } from '#db/repositories/cases.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { answeredFlags } from '#worker/moderation/approve-case.ts';
import type { AnswersGiven } from '#worker/moderation/model/flag-answers.ts';
import { type FlagId, MUST_BE_ANSWERED } from '#worker/moderation/model/flags.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import type { ModerationContext } from '#worker/moderation/moderation-context.ts';
import { type CaseAsked, openCase, overtaken } from '#worker/moderation/open-case.ts';
import { hintsOf } from '#worker/posts/model/hints/hints-of.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface CaseEdited extends CaseAsked {
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** The rules that its words broke, at least one. */
  readonly rules: readonly string[];
  /** What was changed and why, for its author. */
  readonly note: string;
  readonly answers: AnswersGiven;
}

/** Publishes a post with words changed: both readings are kept, and its author is told what was changed, and why. */
export async function editCase(context: ModerationContext, edited: CaseEdited): Promise<void> {
  const { now, moderationQueue, decidePost, audited, pseudonymOf } = context;
  const { staff, caseId, note } = edited;
  const row = await openCase(context, { staff, caseId });
  const { jobId, revision } = await waitingWords(context, row);
  const content = changedContent(revision.content, edited);
  const flags = answeredFlags({ flags: row.flags, given: edited.answers, gone: goneFrom(content) });
  const decision = await decidePost.approve({ revisionId: revision.id, content, why: note });
  if (decision === null) throw overtaken();
  const by = await pseudonymOf(staff.accountId);
  const reasons = await context.makeStatement(statementOf(edited, { row, jobId, content, revision, by }));
  const done = await audited({ staff, act: 'post-edited', subject: { kind: 'post', id: jobId }, reason: 'queue' }, [
    ...moderationQueue.close({ id: row.id, now, by, outcome: 'edited', accountId: staff.accountId }),
    ...moderationQueue.answerFlags(row.id, flags),
    ...decision,
    ...reasons.statements,
  ]);
  if (!done) throw overtaken();
}

async function waitingWords({ postRevisions }: ModerationContext, { kind, jobId, revisionId }: CaseRow) {
  const found = kind === 'post' && revisionId !== null ? await postRevisions.find(revisionId) : null;
  if (found === null || jobId === null) throw overtaken();
  return { jobId, revision: found.revision };
}

interface EditedWords {
  readonly row: CaseRow;
  readonly jobId: string;
  /** As the moderator left it. */
  readonly content: PostContent;
  readonly revision: { readonly id: string; readonly submittedAt: number };
  /** Staff pseudonym. */
  readonly by: string;
}

function statementOf({ rules, note }: CaseEdited, { row, jobId, content, revision, by }: EditedWords): StatementWanted {
  return {
    restriction: 'edited',
    about: { jobId },
    title: content.title,
    revisionId: revision.id,
    caseId: row.id,
    noticeId: null,
    ground: { rules },
    explanation: note,
    contentLanguage: content.language,
    contentAt: revision.submittedAt,
    automatedDetection: row.flags.length > 0,
    decidedBy: by,
  };
}

function changedContent(content: PostContent, { title, description }: CaseEdited): PostContent {
  if (title === content.title && description === content.description) throw invalidField('description', 'moderation.nothing-edited');
  return { ...content, title, description };
}

/** What must be answered and is not found any more. */
function goneFrom(content: PostContent): ReadonlySet<FlagId> {
  const found = new Set(hintsOf(content).map(({ flag }) => flag));
  return new Set([...MUST_BE_ANSWERED].filter((flag) => !found.has(flag)));
}
