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
