import type { ResolvedPlace } from '#db/import/resolve-place.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';
import type { EmploymentType, JobKind } from '#worker/jobs/model/job-posting.ts';
import type { SalaryPeriod } from '#worker/kernel/money.ts';

/** An ad ready to be stored: clean, bounded, its places resolved, its contacts apart. Times are UTC milliseconds. */
export interface ImportJob {
  readonly key: string;
  readonly kind: JobKind;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly employer: { readonly name: string; readonly nameKey: string; readonly slug: string; readonly website: string | null };
  readonly category: string;
  readonly employmentTypes: readonly EmploymentType[];
  readonly skills: readonly string[];
  readonly remote: 'fully' | 'partly' | null;
  readonly remoteCountries: readonly string[];
  readonly salaryCurrency: string | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryPeriod: SalaryPeriod | null;
  readonly salaryYearly: number | null;
  /** Null where the source names no day: the day of its first import. */
  readonly postedAt: number | null;
  readonly validThrough: number | null;
  readonly applyBy: 'url' | 'mail' | 'reference';
  readonly applyUrl: string | null;
  readonly referenceId: string | null;
  readonly places: readonly ResolvedPlace[];
  readonly contacts: readonly ImportContact[];
}

export interface ImportContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly forApplying: boolean;
}
