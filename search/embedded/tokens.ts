import { SALARY_STEPS } from '#search/salary-steps.ts';

/** Private-use letters: the tokenizer takes them for letters, but no folded word holds one, so typed words never meet these tokens. */
const FACET = '\uE000';
const STEM = '\uE001';
const JOINT = '\uE002';
const TITLE_STEM = '\uE003';

/** What a token of the facets column says of an ad. */
const SIGNS = {
  category: 'c',
  type: 't',
  employer: 'e',
  language: 'l',
  country: 'n',
  region: 'r',
  remote: 'm',
  kind: 'k',
  /** Reaches this salary step. */
  pay: 's',
  currency: 'y',
  cell: 'g',
  /** Belongs to a fixed random sample of the index. */
  sample: 'z',
  /** A word of the title begins with this letter. */
  initial: 'i',
} as const;

export function facetToken(facet: keyof typeof SIGNS, value: string | number): string {
  return `${FACET}${SIGNS[facet]}${String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, JOINT)}`;
}

export function stemToken(stem: string): string {
  return `${STEM}${stem}`;
}

/** A stem of a word of the title: every word has one, so that these tokens alone tell what is in a title. */
export function titleStemToken(stem: string): string {
  return `${TITLE_STEM}${stem}`;
}

/** `remote` beside countries: any remote ad; one that may be done from anywhere. */
export const REMOTE_AT_ALL = 'remote';
export const REMOTE_ANYWHERE = 'anywhere';

/** Sample 0 holds every ad, the others one in so many. */
export const SAMPLES = [1, 16, 128, 1024] as const;

export function samplesOf(seq: number): readonly number[] {
  const scattered = Math.imul(seq, 0x9e3779b1) >>> 0;
  return SAMPLES.flatMap((rate, sample) => (scattered < 2 ** 32 / rate ? [sample] : []));
}

/** The highest step at or below a yearly amount in hundredths; 0 for below all: any ad that names pay. */
export function stepBelow(amount: number): number {
  return SALARY_STEPS.findLast((step) => step * 100 <= amount) ?? 0;
}
