import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

/** Words in the board's first language, with `{values}` filled in: for what is written once, or before anybody's language is known. */
export function sayFirst(words: Words, values: Readonly<Record<string, string | number>> = {}): string {
  const language = firstLanguage(board);
  const number = new Intl.NumberFormat(language);
  return inLanguage(words, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number.format(value) : (value ?? whole);
  });
}
