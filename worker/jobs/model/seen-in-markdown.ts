/** What a reader sees of a text in Markdown. */
export interface SeenText {
  readonly text: string;
  /** Where in the Markdown a span of it begins and ends (UTF-16, half open). */
  readonly places: () => { readonly starts: readonly number[]; readonly ends: readonly number[] };
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** In the Markdown, of what is written by name; null for what stands there as it is seen. */
  readonly length: number | null;
}

/** Marks of emphasis and backslashes, which are not seen, what takes no room, and characters that are written by name or number. */
const SPECIAL = /[*\\\u00ad\u200b-\u200f\u2060\ufeff]+|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,20}));/g;

/** Those that stand in mail addresses and numbers, or between their parts; the empty ones take no room. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  numsp: ' ',
  puncsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  Tab: ' ',
  NewLine: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  ZeroWidthSpace: '',
  NoBreak: '',
  ast: '*',
  bsol: '\\',
  colon: ':',
  comma: ',',
  commat: '@',
  dash: '-',
  hyphen: '-',
  lbrack: '[',
  lowbar: '_',
  lpar: '(',
  lsqb: '[',
  mdash: '–',
  middot: '·',
  minus: '-',
  ndash: '–',
  num: '#',
  period: '.',
  plus: '+',
  rbrack: ']',
  rpar: ')',
  rsqb: ']',
  sol: '/',
};

export function seenInMarkdown(markdown: string): SeenText {
  const parts: Part[] = [];
  let rest = 0;
  for (const match of markdown.matchAll(SPECIAL)) {
    const { 0: written, index: at } = match;
    parts.push({ text: markdown.slice(rest, at), at: rest, length: null }, { text: seenOf(match), at, length: written.length });
    rest = at + written.length;
  }
  parts.push({ text: markdown.slice(rest), at: rest, length: null });
  return { text: parts.map(({ text }) => text).join(''), places: () => placesOf(parts) };
}

function placesOf(parts: readonly Part[]): ReturnType<SeenText['places']> {
  const units = parts.flatMap(({ text, at, length }) =>
    Array.from({ length: text.length }, (_, unit) => (length === null ? [at + unit, at + unit + 1] : [at, at + length])),
  );
  return { starts: units.map(([start = 0]) => start), ends: units.map(([, end = 0]) => end) };
}

function seenOf([written, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name] ?? written;
  const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : null;
  if (code === null || code === 0 || code > 0x10ffff) return '';
  return String.fromCodePoint(code).replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/, '');
}
