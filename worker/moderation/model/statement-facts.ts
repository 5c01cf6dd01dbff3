import type { RestrictionTold, StatementWanted } from '#worker/moderation/model/statement.ts';

const WHAT: Readonly<Record<RestrictionTold, string>> = {
  rejected: 'The ad was read before it was published.',
  frozen: 'The ad was public. It was frozen for a short time, so that somebody can look at it without haste.',
  removed: 'The ad was read as it stood in public.',
  edited: 'The ad was read before it was published, and words in it were changed.',
  suspended: 'What the employer has published on this board was looked at.',
  'account-suspended': 'What the account has published and done on this board was looked at.',
};

const NOTICED = 'Somebody had reported it under Article 16 of Regulation (EU) 2022/2065.';
const CHECKED = 'An automatic check had pointed at it.';
const BY_A_PERSON = 'A person decided.';

/** What a decision relied on, where its moderator says no more: nothing in it names anybody. */
export function factsOf({ restriction, about, noticeId, automatedDetection }: StatementWanted): string {
  const what = restriction === 'suspended' && 'accountId' in about ? 'account-suspended' : restriction;
  const why = [...(noticeId === null ? [] : [NOTICED]), ...(automatedDetection ? [CHECKED] : [])];
  return [WHAT[what], ...why, BY_A_PERSON].join(' ');
}
