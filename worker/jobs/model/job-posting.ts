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
  /** `pictures.id` */
  readonly logoId: string | null;
  /** The domain that it proved to be its own, and since when; null for one that is not verified. */
  readonly verified: { readonly domain: string; readonly since: number } | null;
}

/** A collective agreement that the pay follows. */
export interface WageAgreement {
  readonly name: string;
  readonly url: string | null;
}

/** `piece`: for the whole of it. */
export const GIG_UNITS = ['hour', 'day', 'week', 'month', 'piece'] as const;
export type GigUnit = (typeof GIG_UNITS)[number];

/** What a self-employment advert says beside its text. */
export interface GigDetails {
  readonly by: 'person' | 'firm';
  /** `Malmö and 30 km around` */
  readonly areaServed: string;
  /** `Weekday evenings from March` */
  readonly availability: string;
  /** In minor units for one unit. */
  readonly price: { readonly currency: string; readonly min: number; readonly max: number; readonly unit: GigUnit };
}

/** What only some ads say. */
export interface JobDetails {
  readonly payReason: string | null;
  readonly agreement: WageAgreement | null;
  readonly gig: GigDetails | null;
  /** `pictures.id` */
  readonly pictureId: string | null;
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
  readonly details: JobDetails | null;
}
