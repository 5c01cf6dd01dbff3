const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONGEST_AGO = 40;
/** Coprime to the days, so that neighbours in the list lie far apart. */
const STRIDE = 17;

export interface SeedDates {
  readonly postedAt: number;
  readonly validThrough: number;
  /** When its row was written: what is still to be indexed is as old as that, not as the ad. */
  readonly writtenAt: number;
}

/** When the ad at this position was posted and how long one can apply: the same spread over the last 40 days on every seeding day. */
export function seedDates(position: number, now: number): SeedDates {
  const daysAgo = (position * STRIDE) % LONGEST_AGO;
  const postedAt = now - daysAgo * DAY - (((position * 7) % 9) + 1) * HOUR;
  const daysOpen = 5 + ((position * 11) % 50);
  return { postedAt, validThrough: endOfDay(now + daysOpen * DAY), writtenAt: now };
}

function endOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY + DAY - 1;
}
