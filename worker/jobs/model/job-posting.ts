import type { Salary } from '#worker/kernel/money.ts';

export const JOB_KINDS = ['job', 'gig'] as const;
/** A vacancy, or a self-employment advert. */
export type JobKind = (typeof JOB_KINDS)[number];

export const EMPLOYMENT_TYPES = ['full-time', 'part-time', 'contract', 'temporary', 'internship', 'volunteer', 'per-diem'] as const;
/** As the `type` parameter says it. */
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

/** Where work is done. Coordinates are WGS 84 degrees; null where no known place was named. */
export interface JobPlace {
  /** Gazetteer id (`5110266`), or null for a place we do not know. */
  readonly placeId: string | null;
  /** Town, as shown. */
  readonly name: string;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Street address as the ad states it, if it does. */
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

/** Work from anywhere in these countries (ISO 3166-1 alpha-2); none listed means anywhere. `partly` keeps an office. */
export interface Remote {
  readonly countries: readonly string[];
  readonly partly: boolean;
}

/** How to apply, as far as the public may know: a mail address is never part of it. `reference`: no way is given; name the employer and reference id. */
export type ApplyBy =
  | { readonly by: 'url'; readonly url: string }
  | { readonly by: 'mail' }
  | { readonly by: 'here' }
  | { readonly by: 'reference' };

export interface JobEmployer {
  readonly id: string;
  readonly name: string;
  /** Null for a guest, who has no page. */
  readonly slug: string | null;
  readonly website: string | null;
}

/** Where an imported ad came from. */
export interface JobSource {
  readonly name: string;
  /** Days by which the ad's dates were moved because the file is an old snapshot; 0 for none. */
  readonly datesMovedDays: number;
}

/** What the public may see of an ad: one row of `public_jobs` with its places. Times are UTC milliseconds. */
export interface PublicJob {
  readonly id: string;
  readonly slug: string;
  readonly kind: JobKind;
  readonly title: string;
  /** Markdown; contact details are already taken out. */
  readonly description: string;
  /** BCP 47 language of the ad. */
  readonly language: string;
  readonly employer: JobEmployer;
  readonly places: readonly JobPlace[];
  readonly remote: Remote | null;
  readonly employmentTypes: readonly EmploymentType[];
  readonly salary: Salary | null;
  /** An id of the board's closed list. */
  readonly category: string;
  readonly skills: readonly string[];
  readonly postedAt: number;
  /** Last moment of applying, if the ad names one. */
  readonly validThrough: number | null;
  /** When the ad leaves the public by itself. */
  readonly publicUntil: number;
  /** When the ad last changed (lastmod). */
  readonly updatedAt: number;
  readonly apply: ApplyBy;
  readonly referenceId: string | null;
  readonly source: JobSource | null;
}
