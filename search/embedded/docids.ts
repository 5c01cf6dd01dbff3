const SLOTS = 2 ** 22;
const MINUTE = 60_000;

/** The first row id of the minute of a time. */
export function firstDocid(time: number): number {
  return Math.min(Math.max(Math.floor(time / MINUTE), 0), 2 ** 30) * SLOTS;
}

export function nextMinute(docid: number): number {
  return docid + SLOTS;
}

/** The hour of a row id, as `search_totals` numbers it. */
export function hourOf(docid: number): number {
  return Math.floor(docid / SLOTS / 60);
}
