import { type Word, wordsOf } from '#worker/jobs/model/words.ts';

/** One part of what was typed, in order: `text` as typed, without sign and quotes. */
export interface SearchPart {
  readonly kind: 'words' | 'phrase' | 'without';
  readonly text: string;
  readonly words: readonly Word[];
}

/** What a person means by the words typed. Every string has such a reading; nothing in it is an operator but quotes and a leading minus. */
export interface SearchWords {
  /** Words to be found in any of their forms, folded words beside what was written. */
  readonly terms: readonly Word[];
  /** Folded words to be found exactly as they stand, next to each other. */
  readonly phrases: readonly (readonly string[])[];
  /** The same, to be left out. */
  readonly without: readonly (readonly string[])[];
  /** The last term may still be in the making: words that begin with it count too. */
  readonly prefix: boolean;
}

const PART = /(?:^|(?<=\s))(-?)["“”„‟«»]([^"“”„‟«»]*)(?:["“”„‟«»]|$)|(\S+)/gu;

/** Takes what was typed apart: words, "phrases" (straight or curly), -words and -"phrases" to be left out. */
export function partsOf(typed: string): readonly SearchPart[] {
  const parts: SearchPart[] = [];
  for (const [, minus, quoted, bare] of typed.matchAll(PART)) {
    const text = quoted ?? (bare ?? '').replace(/^-+/, '');
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const without = minus === '-' || bare?.startsWith('-') === true;
    parts.push({ kind: without ? 'without' : quoted === undefined ? 'words' : 'phrase', text, words });
  }
  return parts;
}

export function parseWords(typed: string): SearchWords {
  const parts = partsOf(typed);
  const terms = new Map<string, Word>();
  for (const part of parts) {
    if (part.kind === 'words') for (const word of part.words) terms.set(word.folded, word);
  }
  // A repeated word keeps its first place, except that the last one typed stays last: it is the one in the making.
  const last = parts.at(-1)?.kind === 'words' ? parts.at(-1)?.words.at(-1) : undefined;
  if (last !== undefined) terms.delete(last.folded);
  return {
    terms: last === undefined ? [...terms.values()] : [...terms.values(), last],
    phrases: parts.filter((part) => part.kind === 'phrase').map(folded),
    without: parts.filter((part) => part.kind === 'without').map(folded),
    prefix: last !== undefined,
  };
}

function folded(part: SearchPart): readonly string[] {
  return part.words.map((word) => word.folded);
}
