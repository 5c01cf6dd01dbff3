import { repairEncoding } from '#db/import/clean/repair-encoding.ts';

/** Control characters, zero-width and direction marks, private use, half surrogate pairs: nothing a person reads. Line breaks and tabs stay. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/gu;

/** Text of several lines as a person would write it: no unseen characters, one kind of blank and line break, at most `longest` characters. */
export function cleanText(text: string, longest: number): string {
  return shorten(tidy(text), longest);
}

function tidy(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return foldLines(text);
  const plain = repairEncoding(text)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[^\S\n]/gu, ' ');
  return foldLines(plain.normalize('NFC'));
}

function foldLines(text: string): string {
  return text
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same as one line. */
export function cleanLine(text: string, longest: number): string {
  return shorten(tidy(text).replace(/\s+/g, ' '), longest);
}

/** Cut at a blank where there is one near the end; never inside a surrogate pair. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const blank = cut.search(/\s\S*$/);
  return `${(blank > longest * 0.8 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
