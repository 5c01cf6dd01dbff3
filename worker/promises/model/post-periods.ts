import { days } from '#worker/promises/model/duration.ts';

/** How long before its end the author of a post is warned: early, and once more. */
export const POST_WARNINGS = { 1: days(14), 2: days(3) } as const;
