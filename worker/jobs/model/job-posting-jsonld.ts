import type { EmploymentType, JobPlace, PublicJob, Remote } from '#worker/jobs/model/job-posting.ts';
import { inUnits } from '#worker/jobs/model/present-salary.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { Salary } from '#worker/kernel/money.ts';

type Thing = Readonly<Record<string, unknown>>;

const EMPLOYMENT_TYPE: Readonly<Record<EmploymentType, string>> = {
  'full-time': 'FULL_TIME',
  'part-time': 'PART_TIME',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
  volunteer: 'VOLUNTEER',
  'per-diem': 'PER_DIEM',
};

export interface PostingContext {
  /** Absolute address of the ad's page. */
  readonly url: string;
  /** The description as the page shows it. */
  readonly descriptionHtml: string;
  /** Absolute address of the employer's logo. */
  readonly logoUrl: string | null;
  readonly boardName: string;
}

/**
 * An ad as schema.org's JobPosting, in the fields Google reads. Every value is one that the page shows; what the ad does not say
 * is left out. Only for a page about this one ad, and only while it is public.
 */
export function jobPostingJsonLd(job: PublicJob, { url, descriptionHtml, logoUrl, boardName }: PostingContext): Thing {
  return defined({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: job.title,
    description: descriptionHtml,
    datePosted: isoTime(job.postedAt),
    validThrough: isoTime(Math.min(job.validThrough ?? job.publicUntil, job.publicUntil)),
    url,
    identifier: identifier(job, boardName),
    hiringOrganization: defined({ '@type': 'Organization', name: job.employer.name, sameAs: job.employer.website, logo: logoUrl }),
    jobLocation: someOf(job.places.map(place)),
    ...telecommuting(job.remote, job.places.length > 0),
    employmentType: someOf(job.employmentTypes.map((type) => EMPLOYMENT_TYPE[type])),
    baseSalary: job.salary === null ? null : baseSalary(job.salary),
    skills: job.skills.length === 0 ? null : job.skills.join(', '),
    directApply: false,
  });
}

/** The employer's own reference where there is one, else ours. */
function identifier(job: PublicJob, boardName: string): Thing {
  const own = job.referenceId !== null;
  return { '@type': 'PropertyValue', name: own ? job.employer.name : boardName, value: own ? job.referenceId : job.id };
}

function place(at: JobPlace): Thing {
  const address = defined({
    '@type': 'PostalAddress',
    streetAddress: at.street === at.name ? null : at.street,
    addressLocality: at.name === '' ? null : at.name,
    addressRegion: at.region === at.name ? null : at.region,
    postalCode: at.postalCode,
    addressCountry: at.country,
  });
  return { '@type': 'Place', address };
}

/** Only work that is remote altogether counts, and only with a word on where from: a country, or else the place of the job. */
function telecommuting(remote: Remote | null, hasPlace: boolean): Thing {
  if (remote === null || remote.partly) return {};
  if (remote.countries.length === 0) return hasPlace ? { jobLocationType: 'TELECOMMUTE' } : {};
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const countries = remote.countries.map((code) => ({ '@type': 'Country', name: names.of(code) ?? code }));
  return { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: someOf(countries) };
}

function baseSalary({ currency, min, max, period }: Salary): Thing | null {
  if (min === null && max === null) return null;
  const [least, most] = [inUnits(min, currency), inUnits(max, currency)];
  const amount = least === most ? { value: least } : { minValue: least, maxValue: most };
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: defined({ '@type': 'QuantitativeValue', ...amount, unitText: period.toUpperCase() }),
  };
}

/** One value by itself, several as a list, none as nothing. */
function someOf<T>(values: readonly T[]): T | readonly T[] | null {
  return values.length > 1 ? values : (values[0] ?? null);
}

function defined(fields: Readonly<Record<string, unknown>>): Thing {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
