import type { Marks } from '#worker/jobs/model/job-view.ts';
import type { SearchWords } from '#worker/jobs/model/search-words.ts';
import { stemOf } from '#worker/jobs/model/stems.ts';
import { type Word, wordsOf } from '#worker/jobs/model/words.ts';

/** Where the searched words stand in a text of a language: exact, as beginnings, or in another form; phrases only as a whole. */
export function highlight(text: string, words: SearchWords, language: string): Marks {
  if (words.terms.length + words.phrases.length === 0) return [];
  const found = wordsOf(text);
  const matches = termMatcher(words, language);
  const hits = new Set(found.filter(matches));
  for (const phrase of words.phrases) for (const word of phraseHits(found, phrase)) hits.add(word);
  return joined(found.filter((word) => hits.has(word)));
}

/** Plain text of about `length` characters around what was found in a Markdown text, or its beginning; with marks. */
export function snippet(
  markdown: string,
  search: { words: SearchWords; language: string; length?: number },
): { text: string; marks: Marks } {
  const length = search.length ?? 220;
  const plain = plainText(withoutHeadings(markdown));
  const marks = highlight(plain, search.words, search.language);
  const start = wordStart(plain, bestStart(plain, marks, length));
  const rest = plain.slice(start);
  const cut =
    rest.length <= length
      ? rest
      : rest
          .slice(0, length + 1)
          .replace(/\s+\S*$/u, '')
          .slice(0, length);
  const before = start > 0 ? '… ' : '';
  const text = `${before}${cut}${cut.length < rest.length ? ' …' : ''}`;
  const shift = before.length - start;
  const inside = marks.filter(([from, to]) => from >= start && to <= start + cut.length);
  return { text, marks: inside.map(([from, to]) => [from + shift, to + shift] as const) };
}

/** A heading says nothing between two sentences; a text of headings alone keeps them. */
function withoutHeadings(markdown: string): string {
  const rest = markdown.replace(/^\s{0,3}#{1,6}\s.*$/gm, '');
  return rest.trim() === '' ? markdown : rest;
}

/** A Markdown text without its signs, on one line; a dot stands between the points of a list. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^(\s{0,3}[-*+]\s.*\S)[ \t]*\n(?=\s{0,3}[-*+]\s)/gm, '$1 ·\n')
    .replace(/!?\[([^[\]]{0,300})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)/gm, '')
    .replace(/(?<![\\\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .replace(/(\*\*|__|`|~~)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function termMatcher({ terms, prefix }: SearchWords, language: string): (word: Word) => boolean {
  const exact = new Set(terms.map((term) => term.folded));
  const stems = new Set(terms.map((term) => stemOf(term.written, language)));
  const beginning = prefix ? terms.at(-1)?.folded : undefined;
  // A stemmer only changes the end of a word: most words need not be stemmed to be told apart, which is most of the time spent here.
  const starts = new Set([...stems].map((stem) => stem.slice(0, 2)));
  return ({ folded, written }) =>
    exact.has(folded) ||
    (beginning !== undefined && folded.startsWith(beginning)) ||
    (starts.has(folded.slice(0, 2)) && stems.has(stemOf(written, language)));
}

function phraseHits(found: readonly Word[], phrase: readonly string[]): readonly Word[] {
  return found.flatMap((_, at) => {
    const span = found.slice(at, at + phrase.length);
    return span.length === phrase.length && phrase.every((word, index) => span[index]?.folded === word) ? span : [];
  });
}

/** Ranges in order; words with nothing but one blank between them are one range. */
function joined(words: readonly Word[]): Marks {
  const ranges: [number, number][] = [];
  for (const { start, end } of words) {
    const last = ranges.at(-1);
    if (last !== undefined && start - last[1] <= 1) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** Where a window of this length covers most of the different words, then most marks; a little before the first of them. */
function bestStart(text: string, marks: Marks, length: number): number {
  const written = marks.map(([from, to]) => text.slice(from, to).toLowerCase().split(' '));
  let best = { start: 0, score: 0 };
  marks.forEach(([from], index) => {
    const covered = marks.slice(index, index + 20).filter(([, to]) => to <= from + length - 40).length;
    const different = new Set(written.slice(index, index + covered).flat()).size;
    const score = different * 20 + covered;
    if (score > best.score) best = { start: from, score };
  });
  return best.start < length / 2 ? 0 : best.start - 40;
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const blank = text.indexOf(' ', near);
  return blank === -1 || blank > near + 40 ? near : blank + 1;
}
