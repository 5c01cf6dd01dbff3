import { EMPLOYMENT_TYPES, JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { LAST_PAGE, POSTED_WITHIN, SORTS } from '#worker/jobs/model/job-query.ts';
import { LONGEST_WORDS, MOST_RADIUS_KM } from '#worker/jobs/model/parse-job-query.ts';

type Scalar = { type: 'string' | 'integer'; enum?: string[]; maxLength?: number; minimum?: number; maximum?: number; default?: number };

/** A parameter as an OpenAPI document describes it. */
type Parameter = {
  name: string;
  in: 'query';
  required: false;
  description: string;
  style?: 'form';
  explode?: true;
  schema: Scalar | { type: 'array'; items: Scalar };
};

const TEXT: Scalar = { type: 'string' };

function one(name: string, description: string, schema: Scalar = TEXT): Parameter {
  return { name, in: 'query', required: false, description, schema };
}

/** May be repeated: any of the values. */
function some(name: string, description: string, items: Scalar = TEXT): Parameter {
  return { name, in: 'query', required: false, description, style: 'form', explode: true, schema: { type: 'array', items } };
}

const choice = (values: readonly string[]): Scalar => ({ type: 'string', enum: [...values] });

/** The parameters of a search, as the OpenAPI document names them. They are read by `parseJobQuery`. */
export const SEARCH_PARAMETERS: Parameter[] = [
  one('q', 'Words; "phrases" in quotes stand exactly so, a leading minus leaves out.', { ...TEXT, maxLength: LONGEST_WORDS }),
  one('place', 'A town, region or country by name, or an id from /api/places.'),
  one('radius', 'Kilometres around a town; 25 unless said.', { type: 'integer', minimum: 1, maximum: MOST_RADIUS_KM }),
  one('remote', '1 for any remote work, or the two-letter code of the country you live in.'),
  some('country', 'Two-letter country codes.'),
  some('category', 'Categories of this board, as the facet names them.'),
  some('type', 'Employment types.', choice(EMPLOYMENT_TYPES)),
  some('employer', 'Employers, by the last part of the address of their pages.'),
  some('language', 'Languages of the ad, such as en.'),
  one('posted', 'Posted within.', choice(POSTED_WITHIN)),
  one('salary', 'At least this much: 90000, 90000/year, 25/hour, with a currency in front where it matters (EUR90000/year).'),
  some('kind', 'A vacancy or a self-employment advert.', choice(JOB_KINDS)),
  one('sort', 'Relevance where there are words, else newest, unless said.', choice(SORTS)),
  one('page', '20 ads a page.', { type: 'integer', minimum: 1, maximum: LAST_PAGE, default: 1 }),
];
