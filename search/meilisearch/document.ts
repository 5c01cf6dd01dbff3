import type { IndexedJob } from '#db/repositories/public-job-row.ts';
import { REMOTE_AT_ALL } from '#search/embedded/tokens.ts';
import type { WordReader } from '#search/embedded/word-reader.ts';
import { countriesOf, namesOf, payOfJob, remoteValues, salaryText } from '#search/job-facets.ts';
import { baseLanguage } from '#worker/jobs/model/stems.ts';

/** An ad as the Meilisearch index holds it; every text folded as words are when they are searched. */
export interface MeilisearchJob {
  readonly id: string;
  readonly title: string;
  readonly skills: string;
  readonly names: string;
  readonly body: string;
  readonly category: string;
  readonly types: readonly string[];
  readonly employer: string | null;
  /** Slug, a blank, the name: what the facet of employers shows. */
  readonly employerNamed: string | null;
  readonly language: string;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly remote: readonly string[];
  readonly kind: string;
  readonly postedAt: number;
  /** Hundredths of a unit a year. */
  readonly pay: number | null;
  readonly payIn: Readonly<Record<string, number>>;
  readonly currency: string | null;
  /** `EUR:60000`: the highest step reached; `none` without pay. */
  readonly salary: string;
  readonly version: number;
  readonly _geojson?: { readonly type: 'MultiPoint'; readonly coordinates: readonly (readonly [number, number])[] };
}

export const NO_PAY = 'none';

export function toMeilisearchJob(indexed: IndexedJob, words: WordReader): MeilisearchJob {
  const { job, regionCodes } = indexed;
  const pay = payOfJob(indexed);
  const read = (text: string): string => words.read(text, job.language).folded.join(' ');
  const remote = remoteValues(job);
  const coordinates = job.places.flatMap(({ lat, lng }) => (lat === null || lng === null ? [] : [[lng, lat] as const]));
  const { slug, name } = job.employer;
  return {
    id: job.id,
    title: read(job.title),
    skills: read(job.skills.join(' , ')),
    names: read(namesOf(job)),
    body: read(job.description),
    category: job.category,
    types: job.employmentTypes,
    employer: slug,
    employerNamed: slug === null ? null : `${slug} ${name}`.slice(0, 200),
    language: baseLanguage(job.language),
    countries: countriesOf(job),
    regions: regionCodes.filter((code) => code !== null),
    remote: remote.length === 0 ? [] : [REMOTE_AT_ALL, ...remote],
    kind: job.kind,
    postedAt: job.postedAt,
    pay: pay?.pay ?? null,
    payIn: pay === null ? {} : { [pay.currency]: pay.pay },
    currency: pay?.currency ?? null,
    salary: pay === null ? NO_PAY : salaryText(pay),
    version: job.updatedAt,
    ...(coordinates.length === 0 ? {} : { _geojson: { type: 'MultiPoint', coordinates } }),
  };
}
