/** `2026-11-22`: the calendar day of a moment in a time zone. */
export function dayIn(timeZone: string, moment: number): string {
  // Sweden writes a date as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}
