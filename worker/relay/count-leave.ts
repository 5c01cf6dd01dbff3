import type { PostCountsRepository } from '#db/repositories/post-counts.ts';
import { isId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

export interface CountLeaveContext {
  readonly now: number;
  readonly postCounts: Pick<PostCountsRepository, 'add'>;
}

/** Counts for whoever posted the ad that somebody is about to leave for its outside link. */
export async function countLeave({ now, postCounts }: CountLeaveContext, { jobId }: { readonly jobId: string }): Promise<void> {
  if (isId(jobId)) await postCounts.add({ jobId, day: utcDay(now), what: 'leave' });
}
