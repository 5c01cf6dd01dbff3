import type { Words } from '#worker/promises/model/words.ts';

/** Everything that people who work for the board do or look at and that is written down: an act that is not here does not exist. */
export const STAFF_ACTS = {
  'post-approved': { en: 'Approved an ad' },
  'post-rejected': { en: 'Rejected an ad' },
  'post-edited': { en: 'Changed the words of an ad' },
  'author-asked': { en: 'Asked an author a question' },
  'review-closed': { en: 'Looked at an ad that was published first' },
  'import-released': { en: 'Let a flagged imported ad go public' },
  'import-refused': { en: 'Kept a flagged imported ad from the public' },
  'post-frozen': { en: 'Froze an ad' },
  'post-unfrozen': { en: 'Ended the freeze of an ad' },
  'post-removed': { en: 'Removed an ad' },
  'post-restored': { en: 'Restored an ad' },
  'notice-seen': { en: 'Looked at who sent a report' },
  'notice-decided': { en: 'Decided on a report' },
  'danger-reported': { en: 'Drafted a report of danger to life or safety' },
  'appeal-decided': { en: 'Decided on an objection' },
  'case-file-opened': { en: 'Opened a sealed case file' },
  'notifier-slowed': { en: 'Slowed somebody who misuses reports' },
  'statements-exported': { en: 'Exported statements of reasons' },
  'employer-decided': { en: 'Decided on a change of an employer' },
  'claim-decided': { en: 'Decided who an employer belongs to' },
  'employer-suspended': { en: 'Suspended an employer' },
  'employer-restored': { en: 'Restored an employer' },
  'employers-merged': { en: 'Merged two employers' },
  'merge-undone': { en: 'Undid a merge of employers' },
  'person-seen': { en: 'Looked up a person' },
  'role-granted': { en: 'Gave somebody a role' },
  'role-revoked': { en: 'Took a role back' },
  'sessions-ended': { en: 'Ended somebody’s sessions' },
  'person-suspended': { en: 'Suspended an account' },
  'person-restored': { en: 'Ended the suspension of an account' },
  'factor-reset': { en: 'Took lost second factors of an account away' },
  'freeze-lifted': { en: 'Ended the freeze of an account for its person' },
  'disclosure-recorded': { en: 'Recorded what was handed to an authority' },
  'disclosures-seen': { en: 'Looked at what was handed to authorities' },
  'mail-retried': { en: 'Sent a mail again that had failed' },
  'search-reconciled': { en: 'Compared the search engines with the database' },
} as const satisfies Readonly<Record<string, Words>>;

export type StaffAct = keyof typeof STAFF_ACTS;

/** Why: chosen from this list, so that the log holds no free words. */
export const STAFF_REASONS = {
  queue: { en: 'It stood in the queue' },
  notice: { en: 'Somebody reported it' },
  objection: { en: 'Somebody objected to a decision' },
  'own-finding': { en: 'Found by ourselves' },
  'person-asked': { en: 'The person asked for it' },
  'employer-asked': { en: 'The employer asked for it' },
  security: { en: 'An account or the board is in danger' },
  'legal-request': { en: 'An authority or a law demands it' },
  'staff-change': { en: 'Somebody joins, leaves or changes what they do here' },
  upkeep: { en: 'Upkeep of the board' },
  mistake: { en: 'To put a mistake right' },
} as const satisfies Readonly<Record<string, Words>>;

export type StaffReason = keyof typeof STAFF_REASONS;

/** What an act was about. A person stands there by pseudonym. */
export const SUBJECT_KINDS = [
  'post',
  'case',
  'notice',
  'statement',
  'appeal',
  'employer',
  'person',
  'disclosure',
  'mail',
  'board',
] as const;
export type StaffSubjectKind = (typeof SUBJECT_KINDS)[number];

export interface StaffSubject {
  readonly kind: StaffSubjectKind;
  readonly id: string;
}

export function isStaffReason(text: string): text is StaffReason {
  return Object.hasOwn(STAFF_REASONS, text);
}
