import { mayBeSpecial, plainShape, type SeenText, SHAPED, seenBy, UNSEEN } from '#worker/jobs/model/seen-text.ts';

/** Marks of emphasis and code and backslashes, which are not seen, marks of a quote, blanks in a row, and characters that are written by name or number. */
const MARKS = '[ \\t]{2,}|(?<=\\n)[ \\t]*>[> \\t]*|[*\\\\`]+|&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,20}));';
/** What stands around the words of a link or picture, and underscores of emphasis: none of it is seen either. */
const LINKS = '!?\\[|\\]\\([^)\\n]{0,2000}\\)|\\]\\[[^\\]\\n]{0,200}\\]|\\]|(?<![\\p{L}\\p{N}_])_+|_+(?![\\p{L}\\p{N}_])';
const SHAPES = `[${UNSEEN}]+|${SHAPED}`;
const PLAINLY_WRITTEN = [new RegExp(MARKS, 'g'), new RegExp(`${LINKS}|${MARKS}`, 'gu')] as const;
const WITH_SHAPES = [new RegExp(`${MARKS}|${SHAPES}`, 'gu'), new RegExp(`${LINKS}|${MARKS}|${SHAPES}`, 'gu')] as const;

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

/** Every reading of a text in Markdown in which a contact may be seen: as it stands, and without the marks of links where it has some. */
export function seenInMarkdown(markdown: string): readonly SeenText[] {
  const [asItStands, withoutLinks] = mayBeSpecial(markdown) ? WITH_SHAPES : PLAINLY_WRITTEN;
  return (/_|\]\s?[([]/.test(markdown) ? [asItStands, withoutLinks] : [asItStands]).map((special) => seenBy(markdown, { special, seenOf }));
}

function seenOf([written, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name] ?? written;
  const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : null;
  if (code !== null) return code === 0 || code > 0x10ffff ? '' : plainShape(String.fromCodePoint(code));
  return /[!*\\`[\]_>]/.test(written) ? '' : plainShape(written);
}
