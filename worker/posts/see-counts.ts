import type { PostCountsRepository } from '#db/repositories/post-counts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { Author } from '#worker/posts/model/author.ts';
import { type CountsView, presentCounts } from '#worker/posts/model/counts-view.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';
import { LEAST_SHOWN } from '#worker/promises/model/numbers.ts';

export interface SeeCountsContext {
  readonly now: number;
  readonly posts: Pick<PostsRepository, 'find' | 'list'>;
  readonly postCounts: Pick<PostCountsRepository, 'ofJob' | 'ofJobs'>;
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

/** The same of all ads of an author together: only what each ad tells by itself is added up, so that nothing can be told from the difference. */
export async function seeAllCounts({ now, posts, postCounts }: SeeCountsContext, author: Author | null): Promise<CountsView> {
  const ads = (author === null ? [] : await posts.list(author)).flatMap(({ post, ad }) => (ad === null ? [] : [{ id: post.id, ad }]));
  const since = Math.min(now, ...ads.map(({ ad }) => ad.publicFrom));
  const days = ads.length === 0 ? [] : daysSince(since, now);
  const [from] = days.slice(-1);
  if (from === undefined) return presentCounts([], []);
  return presentCounts(days, await postCounts.ofJobs({ jobIds: ads.map(({ id }) => id), from, least: LEAST_SHOWN }));
}

/** The newest first; at most a month of them. */
function daysSince(since: number, now: number): readonly string[] {
  const today = Math.floor(now / DAY);
  const begun = Math.floor(since / DAY);
  const count = Math.min(MOST_DAYS, Math.max(0, today - begun + 1));
  return Array.from({ length: count }, (_, back) => utcDay((today - back) * DAY));
}
