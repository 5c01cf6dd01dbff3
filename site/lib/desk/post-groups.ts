import type { PostOutline } from '#worker/posts/model/post-view.ts';

/** How near the end of an ad is when the desk says so: the days of the first warning by mail. */
export const ENDS_SOON_DAYS = 14;
const DAY = 86_400_000;

export const POST_GROUPS = ['yours', 'ending', 'submitted', 'published', 'draft', 'over'] as const;
export type PostGroup = (typeof POST_GROUPS)[number];

/** Where a post stands on the desk: what waits for its author goes first. */
export function groupOf(post: PostOutline, now: number): PostGroup {
  if (isAsked(post) || post.state === 'rejected' || isWithheld(post)) return 'yours';
  if (post.state === 'published') return endsSoon(post, now) ? 'ending' : 'published';
  return post.state === 'stopped' || post.state === 'expired' ? 'over' : post.state;
}

/** Whether a moderator’s question waits for an answer. */
export function isAsked({ question }: PostOutline): boolean {
  return question !== null && question.askedAt !== null;
}

function isWithheld({ withheld }: PostOutline): boolean {
  return withheld !== null && withheld.why !== 'waiting';
}

function endsSoon({ endsAt }: PostOutline, now: number): boolean {
  return endsAt !== null && Date.parse(endsAt) - now < ENDS_SOON_DAYS * DAY;
}
