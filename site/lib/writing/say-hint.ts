import type { MessageKey, Translate } from '#site/messages/translate.ts';
import type { FlagId, FlagRaised } from '#worker/moderation/model/flags.ts';
import { genderedWordIn } from '#worker/posts/model/hints/title-neutral.ts';

const WORDS = {
  'title-not-neutral': 'writing.hint.title-not-neutral',
  'asks-pay-history': 'writing.hint.asks-pay-history',
  'all-capitals': 'writing.hint.all-capitals',
  'contacts-in-text': 'writing.hint.contacts-in-text',
} as const satisfies Partial<Record<FlagId, MessageKey>>;

export const HINT_WORDS: readonly MessageKey[] = [...Object.values(WORDS), 'writing.hint.title-not-neutral.instead', 'writing.hint.other'];

/** A hint as its author reads it, with the word that would do where one is known. */
export function sayHint({ flag, quote }: FlagRaised, { language, t }: { readonly language: string; readonly t: Translate }): string {
  const instead = flag === 'title-not-neutral' ? (genderedWordIn(quote, language)?.instead ?? null) : null;
  if (instead !== null) return t('writing.hint.title-not-neutral.instead', { quote, instead });
  return t(isKnown(flag) ? WORDS[flag] : 'writing.hint.other', { quote });
}

function isKnown(flag: FlagId): flag is keyof typeof WORDS {
  return flag in WORDS;
}
