/** `2026-11-22T18:30:00.000Z`: a moment as answers say it. */
export function isoTime(moment: number): string {
  return new Date(moment).toISOString();
}
