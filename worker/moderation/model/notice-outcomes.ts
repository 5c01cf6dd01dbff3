/** What can become of a report: `abusive` for one that is plainly unfounded, which counts against its address. */
export const NOTICE_OUTCOMES = ['restricted', 'kept', 'already-gone', 'abusive'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];
