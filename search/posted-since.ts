import type { PostedWithin } from '#worker/jobs/model/job-query.ts';

const HOUR = 3_600_000;
const HOURS: Readonly<Record<PostedWithin, number>> = { '1d': 24, '7d': 168, '30d': 720 };

/** The first moment of "posted within": whole hours, so that totals can be kept by the hour. */
export function postedSince(posted: PostedWithin, now: number): number {
  return (Math.floor(now / HOUR) - HOURS[posted]) * HOUR;
}
