/** `2026-11-22`: the calendar day of a moment, in UTC. */
export function utcDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
