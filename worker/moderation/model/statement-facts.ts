import { sayFirst } from '#worker/board/model/say-first.ts';
import { DECISION_WORDS, LOOKED_AT } from '#worker/moderation/model/decision-words.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';

/** What a decision relied on, where its moderator says no more: nothing in it names anybody. */
export function factsOf({ restriction, about, noticeId, automatedDetection }: StatementWanted): string {
  const what = restriction === 'suspended' && 'accountId' in about ? 'account-suspended' : restriction;
  const { noticed, checked, byPerson } = DECISION_WORDS;
  const found = [...(noticeId === null ? [] : [noticed]), ...(automatedDetection ? [checked] : [])];
  return [LOOKED_AT[what], ...found, byPerson].map((words) => sayFirst(words)).join(' ');
}
