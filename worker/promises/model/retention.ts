import { type Duration, days, hours, minutes, months } from '#worker/promises/model/duration.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Why something is kept at all: one of four reasons, no fifth. */
export type RetentionReason = 'service' | 'law' | 'disputes' | 'contract';

/**
 * Who sees to it that the period ends: a scheduled task of that id, the view that shows what is public, the launcher on one machine, or
 * the platform or mailbox that the operator has set up so.
 */
export type RetentionKeeper = 'task' | 'view' | 'launcher' | 'platform';

export interface RetentionRule {
  readonly id: string;
  readonly what: Words;
  readonly keep: Duration;
  /** What the period is counted from. */
  readonly from: Words;
  readonly reason: RetentionReason;
  readonly keeper: RetentionKeeper;
  /** Why this number: what the originals and the law say, and what was decided. */
  readonly decision: string;
}

/** How long everything is kept. Tasks, pages and facts read these numbers; they stand nowhere else. */
export const RETENTION = [
  {
    id: 'published-jobs',
    what: { en: 'A published job ad, visible to everybody' },
    keep: days(180),
    from: { en: 'its publication, or the last time its source carried it' },
    reason: 'service',
    keeper: 'view',
    decision: 'ejob.az says six to seven months: it ends at 180 days, and is removed by day 210.',
  },
  {
    id: 'expired-jobs',
    what: { en: 'A job ad that has run out, visible to nobody' },
    keep: days(30),
    from: { en: 'its last public day' },
    reason: 'disputes',
    keeper: 'task',
    decision: '180 days in public and 30 more make the 210 of ejob.az at the latest.',
  },
  {
    id: 'stopped-jobs',
    what: { en: 'A job ad that was stopped, visible to nobody' },
    keep: days(30),
    from: { en: 'the day it was stopped' },
    reason: 'disputes',
    keeper: 'task',
    decision: 'ejob.az says about one month.',
  },
  {
    id: 'search-index',
    what: { en: 'What the search index holds of an ad that is no longer public' },
    keep: minutes(5),
    from: { en: 'the moment from which nobody is shown it any more' },
    reason: 'service',
    keeper: 'task',
    decision: 'Archives and caches have numbers too (PRO-14); the index follows within minutes, and every answer is read through the view.',
  },
  {
    id: 'index-words',
    what: { en: 'Words of such an ad in the index’s own files, where no search finds them' },
    keep: hours(24),
    from: { en: 'the moment that it left the search index' },
    reason: 'service',
    keeper: 'task',
    decision: 'A search index marks what is taken out and drops it when its files are written anew: that is done twice a day.',
  },
  {
    id: 'consent-records',
    what: { en: 'The record of a cookie choice' },
    keep: months(24),
    from: { en: 'the day it was replaced or ran out' },
    reason: 'law',
    keeper: 'task',
    decision: 'Proof of consent (GDPR 7(1)) is needed as long as somebody may ask for it: 24 months after it stopped counting.',
  },
  {
    id: 'consent-act-keys',
    what: { en: 'The random key by which a choice that arrives twice is counted once' },
    keep: hours(24),
    from: { en: 'the choice' },
    reason: 'service',
    keeper: 'task',
    decision: 'A browser that was offline sends again within a day.',
  },
  {
    id: 'counters',
    what: { en: 'Daily totals of page and feature use' },
    keep: months(24),
    from: { en: 'the day they count' },
    reason: 'service',
    keeper: 'task',
    decision: 'Necojobs says 12 to 24 months: there are no raw rows here, and totals stay 24.',
  },
  {
    id: 'task-evidence',
    what: { en: 'The evidence that scheduled work ran' },
    keep: months(24),
    from: { en: 'the run' },
    reason: 'law',
    keeper: 'task',
    decision: 'Accountability (GDPR 5(2)), as long as the other evidence.',
  },
  {
    id: 'import-reports',
    what: { en: 'The report of what was wrong with an imported file' },
    keep: days(90),
    from: { en: 'the import' },
    reason: 'service',
    keeper: 'launcher',
    decision: 'Long enough to mend the source.',
  },
  {
    id: 'accounts',
    what: { en: 'An account, and what hangs on it' },
    keep: months(36),
    from: { en: 'the last time it was used; deleting it ends everything at once' },
    reason: 'service',
    keeper: 'task',
    decision: 'NetJobs says about 36 months without use. Only what a person does counts as use: a mail that arrives does not.',
  },
  {
    id: 'sign-ups',
    what: { en: 'A sign-up that nobody confirmed' },
    keep: days(7),
    from: { en: 'the sign-up' },
    reason: 'service',
    keeper: 'task',
    decision: 'Long enough to come back to a mail after a holiday week, short enough to forget an address that somebody else typed.',
  },
  {
    id: 'link-tokens',
    what: { en: 'The hash of a link from a mail, or of a sign-in half-way' },
    keep: hours(1),
    from: { en: 'the moment from which it opens nothing any more' },
    reason: 'service',
    keeper: 'task',
    decision: 'Tokens end at their expiry; the row goes with the next hourly round.',
  },
  {
    id: 'sessions',
    what: { en: 'The row of a session' },
    keep: hours(1),
    from: { en: 'its end' },
    reason: 'service',
    keeper: 'task',
    decision: 'A session that has ended is of no use to anybody.',
  },
  {
    id: 'known-browsers',
    what: { en: 'That a browser has signed in before' },
    keep: months(12),
    from: { en: 'its last sign-in' },
    reason: 'service',
    keeper: 'task',
    decision: 'Whoever comes back within a year is not told of a new device.',
  },
  {
    id: 'network-hashes',
    what: { en: 'The keyed hash of a network from which passwords were guessed or mails were caused' },
    keep: hours(48),
    from: { en: 'the last attempt' },
    reason: 'service',
    keeper: 'task',
    decision:
      'Slow guessing is seen within two days. The key of a day is deleted with its row, and then nobody can tell which network it was.',
  },
  {
    id: 'address-changes',
    what: { en: 'Your former address, and how it can be restored' },
    keep: days(7),
    from: { en: 'the change, or the wish for it' },
    reason: 'service',
    keeper: 'task',
    decision: 'A week to notice that somebody else changed it.',
  },
  {
    id: 'activity',
    what: { en: 'The list of what happened to your account' },
    keep: months(12),
    from: { en: 'each line' },
    reason: 'service',
    keeper: 'task',
    decision: 'As long as anybody is likely to ask who signed in when.',
  },
  {
    id: 'data-exports',
    what: { en: 'The file with a copy of your data' },
    keep: days(7),
    from: { en: 'its making' },
    reason: 'service',
    keeper: 'task',
    decision: 'Long enough to download it, short enough not to lie about.',
  },
  {
    id: 'objections',
    what: { en: 'An objection, and its reason' },
    keep: months(24),
    from: { en: 'the day you made it' },
    reason: 'law',
    keeper: 'task',
    decision: 'As long as the other evidence that a request was answered.',
  },
  {
    id: 'erasure-archive',
    what: { en: 'That an account was deleted: a keyed hash of its address, and the date' },
    keep: months(24),
    from: { en: 'the deletion' },
    reason: 'law',
    keeper: 'task',
    decision: 'Proof that deletion was carried out (GDPR 5(2)); nothing else stays.',
  },
  {
    id: 'erasure-ledger',
    what: { en: 'The random number of a deleted account, kept outside the database' },
    keep: days(30),
    from: { en: 'the deletion' },
    reason: 'law',
    keeper: 'task',
    decision: 'As long as the oldest backup: a board that is restored deletes again what was deleted.',
  },
  {
    id: 'mail-contents',
    what: { en: 'What a mail to you says, and your address in it, sealed' },
    keep: hours(72),
    from: { en: 'its writing; wiped at once when it was sent or ran out' },
    reason: 'service',
    keeper: 'task',
    decision: 'A mail server may be down over a weekend; then a mail is of no use any more.',
  },
  {
    id: 'mail-keys',
    what: { en: 'That a mail of some kind was written, and what became of it' },
    keep: days(90),
    from: { en: 'its writing' },
    reason: 'service',
    keeper: 'task',
    decision: 'So that no mail is sent twice, and somebody can be told whether one was.',
  },
  {
    id: 'mail-suppressions',
    what: { en: 'That mail to an address came back, or was complained about' },
    keep: months(12),
    from: { en: 'the report' },
    reason: 'service',
    keeper: 'task',
    decision: 'Addresses are given to new people, and mailboxes are mended.',
  },
  {
    id: 'mail-provider',
    what: { en: 'That a mail was handed on to you, in the log of the mail provider' },
    keep: days(30),
    from: { en: 'the mail' },
    reason: 'service',
    keeper: 'platform',
    decision: 'Long enough to find out why a mail did not arrive; a receipt of deletion names it.',
  },
  {
    id: 'request-counts',
    what: { en: 'How many requests a network has sent, under a keyed hash of its address; held in memory, written nowhere' },
    keep: minutes(1),
    from: { en: 'the first of them' },
    reason: 'service',
    keeper: 'platform',
    decision:
      'The limits are per minute, and nothing is needed beyond. NetJobs shortens or hashes addresses after days; here none is ever written.',
  },
  {
    id: 'platform-logs',
    what: { en: 'The lines of the log: kind of page, time taken, outcome, a random number; nothing about a person' },
    keep: days(7),
    from: { en: 'the line' },
    reason: 'service',
    keeper: 'platform',
    decision: 'Logs have a number as well (PRO-14, NET-43): a week is long enough to find a fault.',
  },
  {
    id: 'backups',
    what: { en: 'A backup of the database' },
    keep: days(30),
    from: { en: 'the day it was made' },
    reason: 'service',
    keeper: 'platform',
    decision: 'Backups have a number as well (PRO-14, JTW-14): what was deleted is gone from the last of them after 30 days.',
  },
  {
    id: 'letters',
    what: { en: 'Mail and letters that you send to us, and the answers' },
    keep: months(24),
    from: { en: 'the last answer' },
    reason: 'disputes',
    keeper: 'platform',
    decision: 'As long as the records of consent: somebody may ask how a request was answered.',
  },
] as const satisfies readonly RetentionRule[];

export type RetentionId = (typeof RETENTION)[number]['id'];

/** The rule of that id among these. */
export function ruleOf(rules: readonly RetentionRule[], id: string): RetentionRule {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no retention rule "${id}".`);
  return rule;
}
