const MINUTE = 60_000;
const LONGEST = 4 * 60 * MINUTE;

/** How long to wait after so many tries: one minute, then twice as long each time, four hours at most. */
export function retryAfter(tries: number): number {
  return Math.min(2 ** Math.max(0, tries - 1) * MINUTE, LONGEST);
}
