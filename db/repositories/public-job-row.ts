import type {
  ApplyBy,
  EmploymentType,
  JobDetails,
  JobEmployer,
  JobKind,
  JobPlace,
  PublicJob,
  Remote,
} from '#worker/jobs/model/job-posting.ts';
import type { Salary, SalaryPeriod } from '#worker/kernel/money.ts';

/** One row of `public_jobs`, as the database answers it; lists are JSON texts. */
export interface PublicJobRow {
  readonly seq: number;
  readonly id: string;
  readonly slug: string;
  readonly kind: JobKind;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly category: string;
  readonly employment_types: string;
  readonly skills: string;
  readonly remote: 'fully' | 'partly' | null;
  readonly remote_countries: string;
  readonly salary_currency: string | null;
  readonly salary_min: number | null;
  readonly salary_max: number | null;
  readonly salary_period: SalaryPeriod | null;
  readonly salary_yearly: number | null;
  readonly posted_at: number;
  readonly published_at: number;
  readonly valid_through: number | null;
  readonly apply_by: 'url' | 'mail' | 'here' | 'reference';
  readonly apply_url: string | null;
  readonly reference_id: string | null;
  readonly updated_at: number;
  readonly employer_seq: number;
  readonly employer_id: string;
  readonly employer_slug: string | null;
  readonly employer_name: string;
  readonly employer_website: string | null;
  readonly employer_logo_id: string | null;
  readonly employer_domain: string | null;
  readonly employer_verified_at: number | null;
  readonly places: string;
  readonly source_name: string | null;
  readonly dates_moved_days: number | null;
  readonly public_from: number;
  readonly public_until: number;
  readonly details: string | null;
}

/** An ad with what only search engines ask for beside it. */
export interface IndexedJob {
  /** Row id of the search index. */
  readonly seq: number;
  readonly job: PublicJob;
  readonly employerSeq: number;
  /** Minor units a year, the best the ad offers. */
  readonly salaryYearly: number | null;
  /** `US.NY`, one for each of `job.places`; null where none is known. */
  readonly regionCodes: readonly (string | null)[];
}

type StoredPlace = JobPlace & { readonly regionCode: string | null };

export function toPublicJob(row: PublicJobRow): PublicJob {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    description: row.description,
    language: row.language,
    employer: toEmployer(row),
    places: storedPlaces(row).map(toPlace),
    remote: toRemote(row),
    employmentTypes: list<EmploymentType>(row.employment_types),
    salary: toSalary(row),
    category: row.category,
    skills: list<string>(row.skills),
    postedAt: row.posted_at,
    validThrough: row.valid_through,
    publicUntil: row.public_until,
    updatedAt: row.updated_at,
    apply: toApply(row),
    referenceId: row.reference_id,
    source: row.source_name === null ? null : { name: row.source_name, datesMovedDays: row.dates_moved_days ?? 0 },
    details: toDetails(row.details),
  };
}

function toEmployer(row: PublicJobRow): JobEmployer {
  const { employer_domain: domain, employer_verified_at: since } = row;
  return {
    id: row.employer_id,
    name: row.employer_name,
    slug: row.employer_slug,
    website: row.employer_website,
    logoId: row.employer_logo_id,
    verified: domain === null || since === null ? null : { domain, since },
  };
}

export function toIndexedJob(row: PublicJobRow): IndexedJob {
  return {
    seq: row.seq,
    job: toPublicJob(row),
    employerSeq: row.employer_seq,
    salaryYearly: row.salary_yearly,
    regionCodes: storedPlaces(row).map(({ regionCode }) => regionCode),
  };
}

function storedPlaces(row: PublicJobRow): readonly StoredPlace[] {
  return list<StoredPlace>(row.places);
}

function toPlace({ placeId, name, region, country, street, postalCode, lat, lng }: StoredPlace): JobPlace {
  return { placeId, name, region, country, street, postalCode, lat, lng };
}

function toRemote(row: PublicJobRow): Remote | null {
  return row.remote === null ? null : { countries: list<string>(row.remote_countries), partly: row.remote === 'partly' };
}

function toSalary({ salary_currency: currency, salary_min: min, salary_max: max, salary_period: period }: PublicJobRow): Salary | null {
  return currency === null || period === null ? null : { currency, min, max, period };
}

function toApply(row: PublicJobRow): ApplyBy {
  if (row.apply_by !== 'url') return { by: row.apply_by };
  return row.apply_url === null ? { by: 'reference' } : { by: 'url', url: row.apply_url };
}

/** Our own writers made this text through a typed column. */
function toDetails(json: string | null): JobDetails | null {
  return json === null ? null : (JSON.parse(json) as JobDetails);
}

/** Our own writers made these texts through typed columns, so their shape is known. */
function list<Item>(json: string): readonly Item[] {
  return JSON.parse(json) as readonly Item[];
}
