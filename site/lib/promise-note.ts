import type { Board } from '#worker/board/model/board.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { fillWords } from '#worker/promises/model/fill-words.ts';

/** What is promised at the place where somebody gives something away, in the words of that moment; null while it is not kept. */
export function promiseNote({ state, words, note = words }: Clause, board: Board): string | null {
  if (state !== 'kept') return null;
  return fillWords(note, { facts: factsOf(board), language: firstLanguage(board) });
}
