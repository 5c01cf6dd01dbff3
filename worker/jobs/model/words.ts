import { fold } from '#worker/kernel/text.ts';

/** One word of a text: lower-cased as written, folded as it is searched, and where it stands (UTF-16 offsets). */
export interface Word {
  readonly written: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Names whose meaning is in their signs: without this, C, C++ and C# would be one word. */
const SIGNED: Readonly<Record<string, string>> = { 'c++': 'cplusplus', 'c#': 'csharp', 'f#': 'fsharp', '.net': 'dotnet' };
const WORD = /(?<![\p{L}\p{N}])(?:c\+\+|[cf]#|\.net)(?![\p{L}\p{N}+#])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/giu;
const PLAIN = /^[a-z0-9]*$/;

/** The words of a text as both engines and the highlighter see them: everything else in it separates. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0].toLowerCase();
    const end = match.index + match[0].length;
    for (const folded of foldedWords(written)) words.push({ written, folded, start: match.index, end });
  }
  return words;
}

/** The same words, lower-cased as written, without their places. */
export function writtenWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The folded forms of one written word: mostly one; several where folding takes a sign apart (½), none where nothing is left. */
export function foldedWords(written: string): readonly string[] {
  if (PLAIN.test(written)) return [written];
  const signed = SIGNED[written];
  if (signed !== undefined) return [signed];
  return fold(written)
    .split(' ')
    .filter((word) => word !== '');
}
