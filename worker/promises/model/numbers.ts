import { days, minutes, months } from '#worker/promises/model/duration.ts';

/** A total below this is shown to nobody. Decided: ten, as NetJobs' statistics for applicants. */
export const LEAST_SHOWN = 10;

/** A changed policy is announced this long before it takes effect. Decided: JobsTrackWay's notice ahead wins over ejob.az's "without notice". */
export const ANNOUNCED_AHEAD = days(30);

/** Whoever gets data is looked at anew within this time. */
export const REVIEWED_WITHIN = months(12);

/** Requests are counted over this long. */
export const COUNTED_OVER = minutes(1);
