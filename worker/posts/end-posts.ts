import type { PostEndsRepository } from '#db/repositories/post-ends.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { AuthorFacts } from '#worker/mail/model/author-facts.ts';
import { fieldsOf } from '#worker/posts/model/fields-of.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { POST_WARNINGS, QUESTION_WAITS } from '#worker/promises/model/post-periods.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

type Telling =
  | { readonly kind: 'post-expiring'; readonly key: string; readonly facts: AuthorFacts['post-expiring'] }
  | { readonly kind: 'post-unanswered'; readonly key: string; readonly facts: AuthorFacts['post-unanswered'] }
  | { readonly kind: 'post-expired'; readonly key: string; readonly facts: AuthorFacts['post-expired'] };

export interface EndPostsContext {
  readonly now: number;
  readonly board: Pick<Board, 'timeZone'>;
  readonly postEnds: PostEndsRepository;
  readonly tellAuthor: (postId: string, told: Telling) => Promise<readonly Statement[]>;
}

export interface PostsEnded {
  readonly warned: number;
  readonly expired: number;
  /** A question about it was not answered in time. */
  readonly lapsed: number;
  /** False: there are more than were taken at once. */
  readonly done: boolean;
}

/** Says that posts are over, warns of ends that are near, and gives back what waits for an answer that does not come; at most so many of each at once. To be repeated at any time. */
export async function endPosts(context: EndPostsContext, most: number): Promise<PostsEnded> {
  const expired = await expire(context, most);
  const [early, late] = [await warn(context, { warning: 1, most }), await warn(context, { warning: 2, most })];
  const lapsed = await lapse(context, most);
  return { warned: early + late, expired, lapsed, done: Math.max(expired, early, late, lapsed) < most };
}

async function expire({ now, postEnds, tellAuthor }: EndPostsContext, most: number): Promise<number> {
  const over = await postEnds.toExpire(now, most);
  for (const { id, endsAt } of over) {
    const purgedAt = after(endsAt, ruleOf(RETENTION, 'expired-jobs').keep);
    const mails = await tellAuthor(id, { kind: 'post-expired', key: `post-expired/${id}/${endsAt}`, facts: { purgedAt } });
    await postEnds.expire({ id, now }, mails);
  }
  return over.length;
}

async function lapse({ now, board: { timeZone }, postEnds, tellAuthor }: EndPostsContext, most: number): Promise<number> {
  const askedBy = before(now, QUESTION_WAITS);
  const unanswered = await postEnds.toLapse(askedBy, most);
  for (const { id, caseId, draft, content } of unanswered) {
    const mails = await tellAuthor(id, { kind: 'post-unanswered', key: `post-unanswered/${id}/${caseId}`, facts: {} });
    await postEnds.lapse({ id, now, askedBy, fields: draft ?? fieldsOf(content, { now, timeZone }) }, mails);
  }
  return unanswered.length;
}

async function warn(
  { now, postEnds, tellAuthor }: EndPostsContext,
  { warning, most }: { readonly warning: 1 | 2; readonly most: number },
): Promise<number> {
  // What is near enough for the late warning gets that one alone.
  const from = warning === 1 ? after(now, POST_WARNINGS[2]) : now;
  const near = await postEnds.toWarn({ warning, now, from, until: after(now, POST_WARNINGS[warning]), most });
  for (const { id, endsAt } of near) {
    const mails = await tellAuthor(id, { kind: 'post-expiring', key: `post-expiring/${id}/${endsAt}/${warning}`, facts: { endsAt } });
    await postEnds.warn({ id, now, warning }, mails);
  }
  return near.length;
}
