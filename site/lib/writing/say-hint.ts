import type { MessageKey, Translate } from '#site/messages/translate.ts';
import type { FlagId, FlagRaised } from '#worker/moderation/model/flags.ts';
import { genderedWordIn } from '#worker/posts/model/hints/title-neutral.ts';

/** What an author can do something about. Of the rest the moderator is told: it would only help whoever means to deceive. */
const WORDS: ReadonlyMap<FlagId, MessageKey> = new Map([
  ['title-not-neutral', 'writing.hint.title-not-neutral'],
  ['asks-pay-history', 'writing.hint.asks-pay-history'],
  ['all-capitals', 'writing.hint.all-capitals'],
  ['contacts-in-text', 'writing.hint.contacts-in-text'],
  ['discrimination', 'writing.hint.discrimination'],
  ['pay-below-floor', 'writing.hint.pay-below-floor'],
]);
const INSTEAD = 'writing.hint.title-not-neutral.instead';

export const HINT_WORDS: readonly MessageKey[] = [...WORDS.values(), INSTEAD];

interface Saying {
  /** BCP 47, of the ad. */
  readonly language: string;
  readonly t: Translate;
}

/** Hints as their author reads them, with the word that would do where one is known. */
export function sayHints(hints: readonly FlagRaised[], { language, t }: Saying): readonly string[] {
  return hints.flatMap(({ flag, quote }) => {
    const words = WORDS.get(flag);
    const instead = flag === 'title-not-neutral' ? (genderedWordIn(quote, language)?.instead ?? null) : null;
    if (instead !== null) return [t(INSTEAD, { quote, instead })];
    return words === undefined ? [] : [t(words, { quote })];
  });
}
