import { days, minutes } from '#worker/promises/model/duration.ts';

/** How often a domain that was proven is looked at again … */
export const CHECKED_EVERY = days(90);
/** … and how long after a failure once more. */
export const CHECKED_AGAIN = days(7);
/** How many checks of a proof that once held may fail in a row before the mark goes. */
export const FAILURES_END_IT = 2;
/** How long those who work for an employer may object to somebody's claim. */
export const CLAIM_NOTICE = days(7);
/** The least time between two looks that somebody asks for. */
export const ONE_LOOK_WITHIN = minutes(1);
/** How long a merger of two employers can be undone. */
export const MERGE_UNDONE_WITHIN = days(30);
