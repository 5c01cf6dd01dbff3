import type { LinkChecksRepository } from '#db/repositories/link-checks.ts';
import type { PostCountsRepository } from '#db/repositories/post-counts.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { isId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { LeaveView } from '#worker/relay/model/contact-view.ts';

export interface CountLeaveContext {
  readonly now: number;
  readonly postCounts: Pick<PostCountsRepository, 'add'>;
  readonly linkChecks: Pick<LinkChecksRepository, 'ofJob'>;
}

/** Counts for whoever posted the ad that somebody is about to leave for its outside link, and says when that link was last seen to lead nowhere. */
export async function countLeave(
  { now, postCounts, linkChecks }: CountLeaveContext,
  { jobId }: { readonly jobId: string },
): Promise<LeaveView> {
  if (!isId(jobId)) return { troubledAt: null };
  await postCounts.add({ jobId, day: utcDay(now), what: 'leave' });
  const troubled = (await linkChecks.ofJob(jobId)).find(({ trouble }) => trouble !== null);
  return { troubledAt: troubled === undefined ? null : isoTime(troubled.checkedAt) };
}
