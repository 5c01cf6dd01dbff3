import type { RestrictionTold } from '#worker/moderation/model/statement.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What a statement of reasons says that was looked at. */
export const LOOKED_AT: Readonly<Record<RestrictionTold, Words>> = {
  rejected: { en: 'The ad was read before it was published.' },
  frozen: { en: 'The ad was public. It was frozen for a short time, so that somebody can look at it without haste.' },
  removed: { en: 'The ad was read as it stood in public.' },
  edited: { en: 'The ad was read before it was published, and words in it were changed.' },
  suspended: { en: 'What the employer has published on this board was looked at.' },
  'account-suspended': { en: 'What the account has published and done on this board was looked at.' },
};

/** What decisions say without a person writing it: none of it names anybody. */
export const DECISION_WORDS = {
  noticed: { en: 'Somebody had reported it under Article 16 of Regulation (EU) 2022/2065.' },
  checked: { en: 'An automatic check had pointed at it.' },
  byPerson: { en: 'A person decided.' },
  followed: { en: 'The ad was looked at, and is no longer public.' },
  freezeOver: { en: '{period} have passed without another decision, so the ad is public again.' },
  changedBefore: { en: 'Words were changed before publication.' },
} as const satisfies Readonly<Record<string, Words>>;
