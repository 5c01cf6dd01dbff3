import { GENDERED_AZ } from '#worker/posts/model/hints/words/gendered-az.ts';
import { GENDERED_DE, TRADES_DE, TRADES_DE_ALONE, TRADES_DE_APART } from '#worker/posts/model/hints/words/gendered-de.ts';
import { GENDERED_EN } from '#worker/posts/model/hints/words/gendered-en.ts';
import { GENDERED_FI } from '#worker/posts/model/hints/words/gendered-fi.ts';
import { GENDERED_SV } from '#worker/posts/model/hints/words/gendered-sv.ts';
import type { GenderedWord } from '#worker/posts/model/hints/words/gendered-words.ts';

export interface NotNeutral {
  /** As it stands in the title. */
  readonly word: string;
  /** What may stand there instead; null where that depends on the work. */
  readonly instead: string | null;
}

type Finder = (title: string) => NotNeutral | null;

/** One expression for each language, made once: every imported ad is looked at, too. */
const FINDERS: Readonly<Record<string, Finder>> = {
  en: finderOf(GENDERED_EN, 'en'),
  sv: finderOf(GENDERED_SV, 'sv'),
  fi: finderOf(GENDERED_FI, 'fi'),
  az: finderOf(GENDERED_AZ, 'az'),
  de: finderOf(GENDERED_DE, 'de'),
};

/** (m/w/d), (w|m|x), (gn), (all genders), with or without brackets. A mark for two genders leaves people out, and counts for nothing. */
const MARK_FOR_ALL =
  /(?<!\p{L})[mwfdixa](?:\s?[/|*,]\s?[mwfdixa]){2,3}(?!\p{L})|\ball[ -]genders?\b|\(\s?gn\s?\)|\bgeschlechtsneutral\b|\balle geschlechter\b/iu;
const BOTH_NAMED =
  /(?<!\p{L})(?:male|female|manlig|kvinnlig|xanım|bəy|kişi|qadın)\s?(?:[/|&+]|and|or|och|eller|və|ya)\s?(?:male|female|manlig|kvinnlig|xanım|bəy|kişi|qadın)(?!\p{L})/iu;

/** The first word of a title that calls people of one gender; null where there is none. `language` is BCP 47; English words are looked for in every title. */
export function genderedWordIn(title: string, language: string): NotNeutral | null {
  if (MARK_FOR_ALL.test(title) || BOTH_NAMED.test(title)) return null;
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const found = FINDERS[primary]?.(title) ?? FINDERS.en?.(title) ?? null;
  return found ?? (primary === 'de' ? tradeForOne(title) : null);
}

function finderOf(words: readonly GenderedWord[], language: string): Finder {
  const parts = words.map(({ word }) => word.replace('…', '\\p{L}*').replaceAll(' ', '\\s+'));
  const pattern = new RegExp(`(?<!\\p{L})(?:${parts.toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`, 'u');
  return (title) => {
    const lower = title.toLocaleLowerCase(language);
    const match = pattern.exec(lower);
    if (match === null) return null;
    const [found] = match;
    // Letters that change their length in lower case move what follows: then the word is shown as it was found.
    const word = lower.length === title.length ? title.slice(match.index, match.index + found.length) : found;
    return { word, instead: insteadOf(found.replace(/\s+/g, ' '), words) };
  };
}

function insteadOf(found: string, words: readonly GenderedWord[]): string | null {
  const exact = words.find(({ word }) => word === found);
  const ending = words.find(({ word }) => word.startsWith('…') && found.endsWith(word.slice(1)));
  return (exact ?? ending)?.instead ?? null;
}

/** Not where both endings stand: `Fahrer:in`, `Fahrer*in`, `Fahrer_in`, `Fahrer/-in`, `Fahrer(in)`. */
const NO_OTHER_ENDING = '(?!\\p{L}|[:*_·]in|/-?in|\\(in)';
const TRADES = [
  `\\p{L}*(?:${TRADES_DE.join('|')})(?:in|innen|n|en|s)?`,
  `\\p{L}*(?:${TRADES_DE_APART.join('|')})(?:in|nen)?`,
  `(?:${TRADES_DE_ALONE.join('|')})`,
];
const TRADE = new RegExp(`(?<!\\p{L})(?:${TRADES.join('|')})${NO_OTHER_ENDING}`, 'iu');
/** Both written out: `Koch/Köchin`, `Ärztinnen und Ärzte`. */
const BOTH_WRITTEN = /\p{L}in(?:nen)?\s?(?:\/|und|oder|bzw\.?)\s?\p{L}|\p{L}\s?(?:\/|und|oder|bzw\.?)\s?\p{L}+in(?:nen)?(?!\p{L})/iu;

function tradeForOne(title: string): NotNeutral | null {
  // `FahrerIn` says both.
  const shown = title.replace(/(\p{Ll})In(?:nen)?(?!\p{L})/gu, '$1:in');
  const found = BOTH_WRITTEN.test(shown) ? null : TRADE.exec(shown);
  return found === null ? null : { word: found[0], instead: `${found[0]} (m/w/d)` };
}
