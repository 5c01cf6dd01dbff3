import type { PostCountsRepository } from '#db/repositories/post-counts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { type CountsView, presentCounts } from '#worker/posts/model/counts-view.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

export interface SeeCountsContext {
  readonly now: number;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly postCounts: Pick<PostCountsRepository, 'ofJob'>;
}

const DAY = 86_400_000;
const MOST_DAYS = 30;

/** How often an ad was opened, and what came of it, day by day: for its author alone. */
export async function seeCounts({ now, posts, postCounts }: SeeCountsContext, asked: PostAsked): Promise<CountsView> {
  const { post, ad } = await ownPost({ posts }, asked);
  const days = ad === null ? [] : daysSince(ad.publicFrom, now);
  const first = days.at(-1);
  return presentCounts(days, first === undefined ? [] : await postCounts.ofJob(post.id, first));
}

/** The newest first; at most a month of them. */
function daysSince(since: number, now: number): readonly string[] {
  const today = Math.floor(now / DAY);
  const begun = Math.floor(since / DAY);
  const count = Math.min(MOST_DAYS, Math.max(0, today - begun + 1));
  return Array.from({ length: count }, (_, back) => utcDay((today - back) * DAY));
}
