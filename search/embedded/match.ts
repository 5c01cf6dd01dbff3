import { type SQL, sql } from 'drizzle-orm';
import { cellsCovering } from '#search/embedded/cells.ts';
import { stopWords } from '#search/embedded/stop-words.ts';
import { facetToken, REMOTE_ANYWHERE, REMOTE_AT_ALL, stemToken, stepBelow, titleStemToken } from '#search/embedded/tokens.ts';
import type { FacetName } from '#search/engine.ts';
import { floorOf } from '#search/salary-steps.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import type { Area } from '#worker/jobs/model/places.ts';
import type { SearchWords } from '#worker/jobs/model/search-words.ts';
import { stemOf, stemsOf } from '#worker/jobs/model/stems.ts';
import { type Word, wordsOf } from '#worker/jobs/model/words.ts';

/** Every ad. */
export const ALL = quote(facetToken('sample', 0));
/** No ad. */
export const NONE = quote(facetToken('sample', 'none'));

/** FTS5 expressions for the words typed. Everything is quoted: nothing typed is an operator. */
export interface Wording {
  readonly expression: string;
  /** The same with the last word taken as complete. */
  readonly complete: string;
  /** Only where title, or stems of the title, say all of it; the last word complete. */
  readonly inTitle: string;
  /** The words and phrases asked for, one by one. */
  readonly parts: readonly WordingPart[];
  /** The words and phrases to be left out; null for none. */
  readonly without: string | null;
}

export interface WordingPart {
  readonly expression: string;
  readonly complete: string;
  /** The same matches, with everything that should weigh in their order. */
  readonly weighed: string;
}

/** Null where the words ask for nothing. */
export function matchWords(words: SearchWords): Wording | null {
  const left = words.without.map(phrase);
  const parts = wantedOf(words);
  if (parts.length === 0 && left.length === 0) return null;
  const but = left.length === 0 ? '' : ` NOT (${left.join(' OR ')})`;
  const all = (reading: keyof WordingPart): string => (parts.length === 0 ? ALL : parts.map((part) => part[reading]).join(' AND '));
  return {
    expression: `(${all('expression')})${but}`,
    complete: `(${all('complete')})${but}`,
    inTitle: parts.length === 0 ? NONE : `(${titledOf(words)})${but}`,
    parts,
    without: left.length === 0 ? null : left.join(' OR '),
  };
}

function titledOf(words: SearchWords): string {
  const stems = ({ folded, written }: Word): string => anyOf([folded, ...stemsOf(written)].map((stem) => quote(titleStemToken(stem))));
  return [...words.phrases.map((words) => `{title} : ${phrase(words)}`), ...tellingTerms(words).map(stems)].join(' AND ');
}

/** Without stop-words, as long as anything else is asked for. */
function tellingTerms({ terms, phrases }: SearchWords): readonly Word[] {
  const telling = terms.filter((term) => !stopWords.has(term.folded));
  return telling.length + phrases.length === 0 ? terms : telling;
}

interface Reading {
  readonly prefix: boolean;
  readonly weighed?: boolean;
}

function wantedOf(words: SearchWords): readonly WordingPart[] {
  const inTheMaking = words.prefix ? words.terms.at(-1) : undefined;
  const terms = tellingTerms(words).map((term) => {
    const prefix = term === inTheMaking;
    return {
      expression: matchTerm(term, { prefix }),
      complete: matchTerm(term, { prefix: false }),
      weighed: matchTerm(term, { prefix, weighed: true }),
    };
  });
  return [...words.phrases.map(phrase).map((text) => ({ expression: text, complete: text, weighed: text })), ...terms];
}

/** A word itself, its other forms (a stem that is a word is indexed as the word alone), and what begins with it; a single letter is only taken for the beginning of a word of the title. */
function matchTerm({ folded, written }: Word, { prefix, weighed = false }: Reading): string {
  const letters = [...folded].length;
  const stems = stemsOf(written);
  const beginning = prefix && letters === 1 ? [quote(facetToken('initial', folded))] : [];
  const longer = prefix && letters > 1 ? [`${quote(folded)} *`] : [];
  // What begins with the word is found by its prefix, and only read twice beside it; but to weigh, the whole word counts for more.
  const isFound = (word: string): boolean => longer.length > 0 && !weighed && word.startsWith(folded);
  const words = [folded, ...stems].filter((word) => !isFound(word));
  const forms = stems.flatMap((stem) => [stemToken(stem), ...(weighed ? [titleStemToken(stem)] : [])]);
  return anyOf([...[...words, ...forms].map(quote), ...longer, ...beginning]);
}

/** The expression for each filter that is set, by facet; `posted` is a range of row ids and not among them. */
export function matchFilters(query: JobQuery): ReadonlyMap<FacetName, string> {
  const filters = new Map<FacetName, string>();
  const add = (facet: FacetName, tokens: readonly string[]): void => {
    if (tokens.length > 0) filters.set(facet, anyOf(tokens.map(quote)));
  };
  for (const facet of ['category', 'type', 'employer', 'language', 'country', 'kind'] as const) {
    add(
      facet,
      query[facet].map((value) => facetToken(facet, value)),
    );
  }
  if (query.remote !== null)
    add(
      'remote',
      (query.remote === true ? [REMOTE_AT_ALL] : [query.remote, REMOTE_ANYWHERE]).map((value) => facetToken('remote', value)),
    );
  if (query.salary !== null) filters.set('salary', matchFloor(query.salary));
  return filters;
}

function matchFloor(floor: NonNullable<JobQuery['salary']>): string {
  const reaches = quote(facetToken('pay', stepBelow(floorOf(floor))));
  return floor.currency === null ? reaches : `(${reaches} AND ${quote(facetToken('currency', floor.currency))})`;
}

/** The expression for an area; of a circle, the cells that cover it: the exact distance is still to be checked. */
export function matchArea(area: Area): string {
  if (area.kind === 'circle') return anyOf(cellsCovering(area).map((cell) => quote(facetToken('cell', cell))));
  return quote(facetToken(area.kind, area.code));
}

export function matchToken(facet: Parameters<typeof facetToken>[0], values: readonly string[]): string {
  return anyOf(values.map((value) => quote(facetToken(facet, value))));
}

const MOST_WORDS = 12;

/** Ads about the same: a word of the title in theirs, or of the skills among theirs. Words anywhere in an ad are too common to tell. */
export function matchAbout({ title, skills, language }: PublicJob): string | null {
  const isTelling = ({ folded }: Word): boolean => !stopWords.has(folded) && [...folded].length > 1;
  const titled = wordsOf(title)
    .filter(isTelling)
    .map(({ written }) => quote(titleStemToken(stemOf(written, language))));
  const skilled = wordsOf(skills.join(' , '))
    .filter(isTelling)
    .map(({ folded }) => `{skills} : ${quote(folded)}`);
  const words = [...titled, ...skilled].slice(0, MOST_WORDS);
  return words.length === 0 ? null : anyOf(words);
}

export function allOf(parts: readonly (string | null | undefined)[]): string {
  const set = parts.filter((part) => part !== null && part !== undefined);
  return set.length === 0 ? ALL : set.map((part) => `(${part})`).join(' AND ');
}

/** SQL that narrows an expression, itself SQL, to a sample. */
export function sampleMatchSql(expression: SQL, sample: number): SQL {
  return sql`'(' || ${expression} || ${`) AND ${quote(facetToken('sample', sample))}`}`;
}

function anyOf(parts: readonly string[]): string {
  const distinct = [...new Set(parts)];
  return distinct.length === 1 ? (distinct[0] ?? NONE) : `(${distinct.join(' OR ')})`;
}

function phrase(words: readonly string[]): string {
  return quote(words.join(' '));
}

/** A text as one word or phrase of an expression, whatever it holds. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
