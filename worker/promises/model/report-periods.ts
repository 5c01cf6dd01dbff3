import { days, months } from '#worker/promises/model/duration.ts';

/** How long somebody may object to a decision (DSA 20). */
export const OBJECTION_LASTS = months(6);
/** Misuse of reports (DSA 23): how many that were plainly unfounded slow an address down, and for how long. */
export const UNFOUNDED_UNTIL_SLOWED = 3;
export const SLOWED_FOR = days(30);
/** Unfounded reports older than that count no more. */
export const UNFOUNDED_COUNT_FOR = months(6);
/** From one address in a day: more are no reports of a person who has read the ads. */
export const NOTICES_A_DAY = 20;
/** The same where nobody has confirmed an address: from one network, and from the wider one. */
export const UNCONFIRMED_A_DAY = { exactPerDay: NOTICES_A_DAY, widerPerDay: 3 * NOTICES_A_DAY };
