import { countryName } from '#worker/kernel/display-names.ts';
import type { Duration } from '#worker/promises/model/duration.ts';
import type { Fact, Facts } from '#worker/promises/model/facts.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

export interface Filling {
  readonly facts: Facts;
  readonly language: string;
}

/** The words in a language with each `{fact}` filled in. Throws on a fact that there is not, and on a brace left over. */
export function fillWords(words: Words, { facts, language }: Filling): string {
  const text = inLanguage(words, language);
  const filled = text.replace(/\{([a-z0-9.-]+)\}/g, (_, id: string) => {
    const fact = facts[id];
    if (fact === undefined) throw new Error(`There is no fact "${id}", which is named in: ${text}`);
    return sayFact(fact, language);
  });
  if (/[{}]/.test(filled)) throw new Error(`A brace is left over in: ${filled}`);
  return filled;
}

/** A fact as a sentence in that language says it. */
function sayFact(fact: Fact, language: string): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return new Intl.NumberFormat(language).format(fact);
  if ('en' in fact) return inLanguage(fact, language);
  return 'unit' in fact ? sayDuration(fact, language) : countryName(fact.countryCode, language);
}

/** "30 days", "1 month". */
export function sayDuration({ amount, unit }: Duration, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
