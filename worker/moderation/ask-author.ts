import type { ModerationContext } from '#worker/moderation/moderation-context.ts';
import { type CaseAsked, openCase, overtaken } from '#worker/moderation/open-case.ts';

export interface AuthorAsked extends CaseAsked {
  readonly question: string;
}

/** Asks the author of a waiting post something: it goes on waiting, and the answer stands beside it. */
export async function askAuthor(context: ModerationContext, { staff, caseId, question }: AuthorAsked): Promise<void> {
  const { now, moderationQueue, tellAuthor, audited } = context;
  const row = await openCase(context, { staff, caseId });
  if (row.kind !== 'post' || row.jobId === null) throw overtaken();
  const mail = await tellAuthor(row.jobId, { kind: 'post-question', key: `post-question/${row.id}/${now}`, facts: { question } });
  const asked = { id: row.id, postId: row.jobId, question, now, accountId: staff.accountId };
  const done = await audited({ staff, act: 'author-asked', subject: { kind: 'post', id: row.jobId }, reason: 'queue' }, [
    ...moderationQueue.ask(asked),
    ...mail,
  ]);
  if (!done) throw overtaken();
}
