/** What checks can find in a post. A flag never decides: a moderator does. */
export const FLAG_IDS = [
  'contacts-in-text',
  'suspicious-link',
  'changed-link',
  'dead-link',
  'scam-words',
  'discrimination',
  'title-not-neutral',
  'asks-pay-history',
  'pay-below-floor',
  'wide-pay-range',
  'repeats-a-post',
  'all-capitals',
  'look-alike-domain',
  'first-post',
] as const;
export type FlagId = (typeof FLAG_IDS)[number];

/** Flags that a moderator has to answer, one by one, before approving. */
export const MUST_BE_ANSWERED: ReadonlySet<FlagId> = new Set(['title-not-neutral', 'asks-pay-history']);

/** `mistaken`: what was found means something else here. `allowed`: the work demands it, and the law allows that. */
export const FLAG_ANSWERS = ['mistaken', 'allowed'] as const;
export type FlagAnswer = (typeof FLAG_ANSWERS)[number];

export interface FlagRaised {
  readonly flag: FlagId;
  /** The field it was found in, as the form calls it. */
  readonly field: string;
  /** What was found, at most 120 characters of it; contacts in it are masked. */
  readonly quote: string;
  /** What the moderator said to it, of those that must be answered. */
  readonly answer?: FlagAnswer;
}
