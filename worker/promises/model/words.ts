/** What people read, in each interface language. `{fact}` is filled in from the facts: a number stands in the data once, never in a sentence. */
export interface Words {
  readonly en: string;
  readonly [language: string]: string;
}

/** The words of a language; English where there are none. */
export function inLanguage(words: Words, language: string): string {
  return words[language] ?? words.en;
}
