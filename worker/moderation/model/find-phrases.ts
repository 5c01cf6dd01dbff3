import { fold } from '#worker/kernel/text.ts';
import type { PhraseLists } from '#worker/moderation/model/words/phrase-lists.ts';

/** A phrase as its words; null stands for up to three words between. */
type Phrase = readonly (string | null)[];
/** Phrases by their first word: a text of a thousand words asks a thousand times for one. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

/** UTF-16 offsets in the text, half open. */
export interface FoundPhrase {
  readonly start: number;
  readonly end: number;
}

/** A text with its words folded: that takes longer than looking for phrases, and there is more than one list of them. */
export interface FoldedText {
  readonly text: string;
  readonly folded: readonly string[];
}

const MOST_BETWEEN = 3;

export function indexPhrases(lists: PhraseLists): PhraseIndex {
  const phrases = Object.values(lists).flat().map(phraseOf);
  return Map.groupBy(phrases, ([first]) => first ?? '');
}

function phraseOf(text: string): Phrase {
  return text.split(' ').map((word) => (word === '…' ? null : fold(word)));
}

export function foldText(text: string): FoldedText {
  return { text, folded: fold(text).split(' ') };
}

/** Where phrases stand in a text, in order. Most texts hold none, and their words are not looked at again. */
export function findPhrases({ text, folded: read }: FoldedText, index: PhraseIndex): readonly FoundPhrase[] {
  if (!hasPhrase(read, index)) return [];
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index: start }) => ({ word: fold(word), start, end: start + word.length }));
  const folded = words.map(({ word }) => word);
  return words.flatMap(({ word, start }, at) => {
    const last = (index.get(word) ?? []).map((phrase) => endOf(folded, { phrase, at })).find((end) => end !== null);
    return last === undefined || last === null ? [] : [{ start, end: words[last]?.end ?? start }];
  });
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function hasPhrase(words: readonly string[], index: PhraseIndex): boolean {
  return words.some((word, at) => index.get(word)?.some((phrase) => endOf(words, { phrase, at }) !== null) === true);
}

/** At which word a phrase that begins at one ends; null where it is not there. */
function endOf(words: readonly string[], { phrase, at }: { readonly phrase: Phrase; readonly at: number }): number | null {
  let place = at;
  for (const [part, word] of phrase.entries()) {
    if (word === null) continue;
    const between = phrase[part - 1] === null ? MOST_BETWEEN : 0;
    const found = words.slice(place, place + between + 1).indexOf(word);
    if (found === -1) return null;
    place += found + 1;
  }
  return place - 1;
}
