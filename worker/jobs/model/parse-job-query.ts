import type { Board } from '#worker/board/model/board.ts';
import { EMPLOYMENT_TYPES, JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { EVERYTHING, type JobQuery, LAST_PAGE, POSTED_WITHIN, SORTS } from '#worker/jobs/model/job-query.ts';
import { parseSalaryFloor } from '#worker/jobs/model/salary-floor.ts';
import { baseLanguage } from '#worker/jobs/model/stems.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import { fold } from '#worker/kernel/text.ts';

export const LONGEST_WORDS = 200;
export const LONGEST_PLACE = 100;
export const MOST_RADIUS_KM = 500;
const MOST_VALUES = 30;
const PARAMETERS = [
  'q',
  'place',
  'radius',
  'remote',
  'country',
  'category',
  'type',
  'employer',
  'language',
  'posted',
  'salary',
  'kind',
  'sort',
  'page',
];

/** What was understood; what was not is left out of `query` and named in `problems`. */
export interface ParsedJobQuery {
  readonly query: JobQuery;
  readonly problems: readonly FieldError[];
  /** Parameters that no search has. */
  readonly unknown: readonly string[];
}

export function parseJobQuery(params: URLSearchParams, board: Board): ParsedJobQuery {
  const read = reader(params);
  const place = read.one('place', parsePlace, `Name a place in at most ${LONGEST_PLACE} characters.`);
  const anywhere = place !== null && fold(place) === 'remote';
  const remote = read.one('remote', parseRemote, 'Use 1, or the two-letter code of the country you live in, such as DE.');
  const radius = read.one('radius', whole(1, MOST_RADIUS_KM), `Use whole kilometres from 1 to ${MOST_RADIUS_KM}.`);
  const query: JobQuery = {
    words: read.one('q', parseTyped, `Search for at most ${LONGEST_WORDS} characters.`) ?? EVERYTHING.words,
    place: anywhere ? null : place,
    radius: place === null || anywhere ? null : radius,
    remote: remote ?? (anywhere ? true : null),
    country: read.many('country', parseCountry, 'Use two-letter country codes such as DE.'),
    category: read.many('category', oneOf(board.categories.map((category) => category.id)), 'Use a category of this board.'),
    type: read.many('type', oneOf(EMPLOYMENT_TYPES), `Use ${EMPLOYMENT_TYPES.join(', ')}.`),
    employer: read.many('employer', parseSlug, "Use the last part of the address of an employer's page."),
    language: read.many('language', parseLanguage, 'Use language codes such as en.'),
    posted: read.one('posted', oneOf(POSTED_WITHIN), `Use ${POSTED_WITHIN.join(', ')}.`),
    salary: read.one('salary', parseSalaryFloor, 'Use an amount such as 90000, 25/hour or EUR90000/year.'),
    kind: read.many('kind', oneOf(JOB_KINDS), `Use ${JOB_KINDS.join(' or ')}.`),
    sort: read.one('sort', oneOf(SORTS), `Use ${SORTS.join(', ')}.`),
    page: read.one('page', whole(1, LAST_PAGE), `Use a page from 1 to ${LAST_PAGE}.`) ?? EVERYTHING.page,
  };
  const unknown = [...new Set(params.keys())].filter((name) => !PARAMETERS.includes(name));
  return { query, problems: read.problems, unknown };
}

type Parse<T> = (text: string) => T | null;

/** Reads parameters and collects a problem for each that cannot be read. An empty value, as forms send it, is no value. */
function reader(params: URLSearchParams) {
  const problems: FieldError[] = [];
  const given = (name: string): string[] => [...new Set(params.getAll(name).map(clean))].filter((text) => text !== '');
  return {
    problems,
    one<T>(name: string, parse: Parse<T>, message: string): T | null {
      const [text, ...more] = given(name);
      if (more.length > 0) problems.push({ field: name, message: 'Give this once.' });
      const value = text === undefined ? null : parse(text);
      if (text !== undefined && value === null) problems.push({ field: name, message });
      return value;
    },
    many<T extends string>(name: string, parse: Parse<T>, message: string): readonly T[] {
      const texts = given(name);
      const values = texts.map(parse).filter((value) => value !== null);
      if (values.length < texts.length) problems.push({ field: name, message });
      if (values.length > MOST_VALUES) problems.push({ field: name, message: `Give at most ${MOST_VALUES} values.` });
      return [...new Set(values)].sort().slice(0, MOST_VALUES);
    },
  };
}

/** One form of a text: composed, no control characters, blanks folded. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

const parseTyped: Parse<string> = (text) => (text.length <= LONGEST_WORDS ? text : null);
const parsePlace: Parse<string> = (text) => (text.length <= LONGEST_PLACE ? text : null);
const parseSlug: Parse<string> = (text) => (/^[a-z0-9-]{1,100}$/.test(text) ? text : null);
const parseCountry: Parse<string> = (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null);
const parseLanguage: Parse<string> = (text) => (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? baseLanguage(text) : null);
const parseRemote: Parse<true | string> = (text) => (text === '1' ? true : parseCountry(text));

function oneOf<const T extends string>(known: readonly T[]): Parse<T> {
  return (text) => known.find((value) => value === text.toLowerCase()) ?? null;
}

function whole(least: number, most: number): Parse<number> {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return value >= least && value <= most ? value : null;
  };
}
