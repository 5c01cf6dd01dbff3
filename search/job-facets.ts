import type { IndexedJob } from '#db/repositories/public-job-row.ts';
import { REMOTE_ANYWHERE } from '#search/embedded/tokens.ts';
import { payOf, stepsReached } from '#search/salary-steps.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';

/** Pay in hundredths of a unit a year. */
export interface Pay {
  readonly currency: string;
  readonly pay: number;
}

export function payOfJob({ job, salaryYearly }: IndexedJob): Pay | null {
  if (job.salary === null || salaryYearly === null) return null;
  return { currency: job.salary.currency, pay: payOf(salaryYearly, job.salary.currency) };
}

/** A person may type a town or region among the words. */
export function namesOf({ employer, places }: PublicJob): string {
  return [employer.name, ...new Set(places.flatMap(({ name, region }) => [name, region ?? '']))].join(' , ');
}

/** A currency with the highest step that the pay reaches: `EUR:60000`. */
export function salaryText({ currency, pay }: Pay): string {
  return `${currency}:${stepsReached(pay).at(-1) ?? 0}`;
}

/** Where the work is, and for remote work also where one may live: an ad is found under each. */
export function countriesOf({ places, remote }: PublicJob): readonly string[] {
  return [...new Set([...places.map((place) => place.country), ...(remote?.countries ?? [])])].sort();
}

/** `anywhere`, or the countries; empty when not remote. */
export function remoteValues({ remote }: PublicJob): readonly string[] {
  if (remote === null) return [];
  return remote.countries.length === 0 ? [REMOTE_ANYWHERE] : [...remote.countries].sort();
}
