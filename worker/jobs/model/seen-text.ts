/** What a reader sees of a text. */
export interface SeenText {
  readonly text: string;
  /** Where in the text as written a span of it begins and ends (UTF-16, half open); null where it is seen as it is written. */
  readonly places: (() => Places) | null;
}

interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Takes no room, or marks another letter: format characters, fillers, selectors of shapes, combining marks. */
export const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\p{Mn}\\p{Me}\\ufff9-\\ufffb';
/** Blanks, hyphens, figures and letters in shapes of their own: `０`, `①`, `⁷`, `𝟎`, `०`, `ｊ`. */
export const SHAPED =
  '(?!\\n|\\r| )\\s|\\u2800|[\\u2010-\\u2012\\u2212\\ufe63\\uff0d]|(?![0-9])\\p{Nd}|[\\u00b2\\u00b3\\u00b9\\u2024\\u2070-\\u209c\\u2460-\\u24ff\\ufe50-\\ufe6b\\uff01-\\uff5e\\u{1d400}-\\u{1d7ff}]';

const UNSEEN_ONE = new RegExp(`[${UNSEEN}]`, 'u');
const SPECIAL = new RegExp(`[${UNSEEN}]+|${SHAPED}`, 'gu');

/** Spares most texts the classes of Unicode: letters of Latin with their accents, dashes, quotation marks and bullets are seen as they are. */
const MAY_BE_SPECIAL = /[\t\v\f\u0080-\u00a0\u00ad\u00b2\u00b3\u00b9\u0250-\u2012\u2016\u2017\u2024\u2028-\u20ab\u20ad-\uffff]/;

export function mayBeSpecial(text: string): boolean {
  return MAY_BE_SPECIAL.test(text);
}

/** Plain text. */
export function seenInText(text: string): SeenText {
  if (!mayBeSpecial(text)) return { text, places: null };
  return seenBy(text, { special: SPECIAL, seenOf: ([written]) => plainShape(written) });
}

/** A character in a shape of its own as everybody types it; nothing for what is not seen. */
export function plainShape(written: string): string {
  if (UNSEEN_ONE.test(written)) return '';
  if (/[\s\u2800]/.test(written)) return ' ';
  if (/[\u2010-\u2012\u2212\ufe63\uff0d]/.test(written)) return '-';
  if (/[ⓐⒶ]/.test(written)) return '@';
  const plain = written.normalize('NFKC');
  return /^(?![0-9])\p{Nd}$/u.test(plain) ? figureOf(plain) : plain;
}

/** Figures of every writing stand in rows of ten. */
function figureOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let figure = 0;
  while (figure < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - figure - 1))) figure += 1;
  return String(figure);
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** In the text as written, of what is seen otherwise; null for what stands there as it is seen. */
  readonly length: number | null;
}

interface Seeing {
  /** What is seen otherwise than it is written. */
  readonly special: RegExp;
  readonly seenOf: (match: RegExpExecArray) => string;
}

export function seenBy(written: string, { special, seenOf }: Seeing): SeenText {
  const parts: Part[] = [];
  let rest = 0;
  for (const match of written.matchAll(special)) {
    const { 0: mark, index: at } = match;
    parts.push({ text: written.slice(rest, at), at: rest, length: null }, { text: seenOf(match), at, length: mark.length });
    rest = at + mark.length;
  }
  parts.push({ text: written.slice(rest), at: rest, length: null });
  return { text: parts.map(({ text }) => text).join(''), places: () => placesOf(parts) };
}

function placesOf(parts: readonly Part[]): Places {
  const units = parts.flatMap(({ text, at, length }) =>
    Array.from({ length: text.length }, (_, unit) => (length === null ? [at + unit, at + unit + 1] : [at, at + length])),
  );
  return { starts: units.map(([start = 0]) => start), ends: units.map(([, end = 0]) => end) };
}
