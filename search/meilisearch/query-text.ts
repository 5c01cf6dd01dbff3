import type { SearchWords } from '#worker/jobs/model/search-words.ts';

/** The words as Meilisearch reads them: folded, phrases in its quotes, what to leave out behind its minus. Nothing typed is an operator. */
export function queryText({ terms, phrases, without, prefix }: SearchWords): string {
  const exact = phrases.map((phrase) => `"${phrase.join(' ')}"`);
  const left = without.map((phrase) => `-"${phrase.join(' ')}"`);
  const words = terms.map((term) => term.folded);
  // Only the last word of all is taken for a beginning.
  return prefix ? [...exact, ...left, ...words].join(' ') : [...words, ...exact, ...left].join(' ');
}
