import { days, months } from '#worker/promises/model/duration.ts';

/** Misuse of reports (DSA 23): how many that were plainly unfounded slow an address down, and for how long. The terms say the same. */
export const UNFOUNDED_UNTIL_SLOWED = 3;
export const SLOWED_FOR = days(30);
/** Unfounded reports older than that count no more. */
export const UNFOUNDED_COUNT_FOR = months(6);
/** From one address in a day: more are no reports of a person who has read the ads. */
export const NOTICES_A_DAY = 20;
