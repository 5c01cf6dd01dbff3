/** What can become of a report: `abusive` for one that is plainly unfounded, which counts against its address. */
export const NOTICE_OUTCOMES = ['restricted', 'kept', 'already-gone', 'abusive'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** Whether whoever reported can object to that: there is nothing to hear where their report was followed, or the ad is gone. */
export function mayObjectTo(outcome: NoticeOutcome): boolean {
  return outcome === 'kept' || outcome === 'abusive';
}
