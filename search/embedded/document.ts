import type { IndexedJob } from '#db/repositories/public-job-row.ts';
import { cellsOf, unitVector } from '#search/embedded/cells.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import { facetToken, REMOTE_AT_ALL, samplesOf, stemToken, titleStemToken } from '#search/embedded/tokens.ts';
import type { FacetValues } from '#search/embedded/values.ts';
import type { WordReader } from '#search/embedded/word-reader.ts';
import { countriesOf, namesOf, type Pay, payOfJob, remoteValues, salaryText } from '#search/job-facets.ts';
import { stepsReached } from '#search/salary-steps.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { baseLanguage } from '#worker/jobs/model/stems.ts';

/** An ad as the index holds it. */
export interface JobDocument {
  readonly seq: number;
  /** Where the row ids of its minute begin. */
  readonly minute: number;
  /** title, title_stems, names, skills, body, stems, facets. */
  readonly columns: readonly string[];
  readonly values: FacetValues;
  readonly employerSeq: number;
  readonly currency: string | null;
  readonly pay: number | null;
  /** `updatedAt` of the ad. */
  readonly version: number;
  readonly points: readonly (readonly [number, number, number])[];
  /** Its distinct words, for correcting slips. */
  readonly words: readonly string[];
}

export function toDocument(indexed: IndexedJob, words: WordReader): JobDocument {
  const { job, seq, employerSeq } = indexed;
  const pay = payOfJob(indexed);
  const title = words.read(job.title, job.language);
  const names = words.read(namesOf(job), job.language);
  const skills = words.read(job.skills.join(' , '), job.language);
  const body = words.read(job.description, job.language);
  const distinct = new Set([...title.folded, ...names.folded, ...skills.folded, ...body.folded]);
  const stems = new Set([...title.stems, ...skills.stems, ...body.stems]);
  const facets = [...filterTokens(indexed, pay), ...initialTokens(title.folded)];
  return {
    seq,
    minute: firstDocid(job.postedAt),
    columns: [
      title.folded,
      title.allStems.map(titleStemToken),
      names.folded,
      skills.folded,
      body.folded,
      [...stems].map(stemToken),
      facets,
    ].map((column) => column.join(' ')),
    values: facetValues(job, pay),
    employerSeq,
    currency: pay?.currency ?? null,
    pay: pay?.pay ?? null,
    version: job.updatedAt,
    points: pointsOf(job).map(unitVector),
    words: [...distinct],
  };
}

/** Every remote ad also counts under one value of its own: an ad for several countries must not count twice. */
function facetValues(job: PublicJob, pay: Pay | null): FacetValues {
  const remote = remoteValues(job);
  return {
    category: [job.category],
    type: [...new Set(job.employmentTypes)],
    language: [baseLanguage(job.language)],
    country: countriesOf(job),
    remote: remote.length === 0 ? [] : [REMOTE_AT_ALL, ...remote],
    kind: [job.kind],
    salary: pay === null ? [] : [salaryText(pay)],
  };
}

function filterTokens({ job, seq, regionCodes }: IndexedJob, pay: Pay | null): readonly string[] {
  const remote = remoteValues(job);
  const regions = new Set(regionCodes.filter((code) => code !== null));
  return [
    facetToken('category', job.category),
    ...job.employmentTypes.map((type) => facetToken('type', type)),
    ...(job.employer.slug === null ? [] : [facetToken('employer', job.employer.slug)]),
    facetToken('language', baseLanguage(job.language)),
    ...countriesOf(job).map((country) => facetToken('country', country)),
    ...[...regions].map((region) => facetToken('region', region)),
    ...(remote.length === 0 ? [] : [REMOTE_AT_ALL, ...remote].map((value) => facetToken('remote', value))),
    facetToken('kind', job.kind),
    ...(pay === null
      ? []
      : [facetToken('currency', pay.currency), ...[0, ...stepsReached(pay.pay)].map((step) => facetToken('pay', step))]),
    ...new Set(pointsOf(job).flatMap((point) => cellsOf(point).map((cell) => facetToken('cell', cell)))),
    ...samplesOf(seq).map((sample) => facetToken('sample', sample)),
  ];
}

function initialTokens(title: readonly string[]): readonly string[] {
  return [...new Set(title.map((word) => [...word][0] ?? ''))].map((letter) => facetToken('initial', letter));
}

function pointsOf(job: PublicJob): readonly { lat: number; lng: number }[] {
  return job.places.flatMap(({ lat, lng }) => (lat === null || lng === null ? [] : [{ lat, lng }]));
}
