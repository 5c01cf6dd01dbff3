import { days } from '#worker/promises/model/duration.ts';

/** How long before its end the author of a post is warned: early, and once more. */
export const POST_WARNINGS = { 1: days(14), 2: days(3) } as const;

/** How long a moderator's question waits for its answer; then the ad is its author's draft again. */
export const QUESTION_WAITS = days(30);

/** Ads begun signed out, from one network and from the wider one: each is kept for a week, whatever becomes of it. */
export const BEGUN_A_DAY = { exactPerDay: 40, widerPerDay: 120 };
