import type { PostCountsRepository } from '#db/repositories/post-counts.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

export interface CountViewContext {
  readonly now: number;
  readonly postCounts: Pick<PostCountsRepository, 'add'>;
}

/** Counts that the page of an ad was shown: from the answer that we gave, and from nothing of whoever read it. */
export async function countView({ now, postCounts }: CountViewContext, { jobId }: { readonly jobId: string }): Promise<void> {
  await postCounts.add({ jobId, day: utcDay(now), what: 'view' });
}
