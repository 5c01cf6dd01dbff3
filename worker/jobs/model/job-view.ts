import type { ContactKind } from '#worker/jobs/model/contacts.ts';
import type { EmploymentType, GigDetails, GigUnit, JobKind } from '#worker/jobs/model/job-posting.ts';
import type { SalaryPeriod } from '#worker/kernel/money.ts';

/** What `/api/jobs` and its kin answer, field by field. Times are ISO 8601; money is in whole or decimal units of the currency. */

export interface PlaceView {
  readonly name: string;
  readonly region: string | null;
  readonly country: string;
}

export interface SalaryView {
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly period: SalaryPeriod;
}

/** What a self-employment advert says of itself. */
export interface GigView {
  readonly by: GigDetails['by'];
  readonly areaServed: string;
  readonly availability: string;
  readonly price: { readonly currency: string; readonly min: number; readonly max: number; readonly unit: GigUnit };
}

/** Half-open ranges of UTF-16 offsets that matched, in order. */
export type Marks = readonly (readonly [number, number])[];

export interface JobSummary {
  readonly id: string;
  /** Absolute address of the ad's page. */
  readonly url: string;
  readonly title: string;
  readonly kind: JobKind;
  /** BCP 47 language of the ad: lists mix languages, and a page says which each title is in. */
  readonly language: string;
  readonly employer: { readonly name: string; readonly slug: string | null };
  readonly places: readonly PlaceView[];
  readonly remote: { readonly countries: readonly string[]; readonly partly: boolean } | null;
  readonly salary: SalaryView | null;
  /** The ad says that it pays nothing: work of volunteers. Without this, no salary means that none is named. */
  readonly unpaid: boolean;
  /** Null for a vacancy. */
  readonly gig: GigView | null;
  readonly employmentTypes: readonly EmploymentType[];
  readonly postedAt: string;
  readonly validThrough: string | null;
  /** Plain text: the lines around what matched, or the beginning. */
  readonly snippet: string;
  readonly marks: { readonly title: Marks; readonly snippet: Marks };
  /** Distance of the nearest place from the centre of the search, where it has one. */
  readonly distanceKm: number | null;
}

export interface FacetValue {
  /** As the parameter takes it. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly selected: boolean;
}

export interface PlaceChoice {
  readonly id: string;
  /** `Springfield, Illinois, United States`. */
  readonly label: string;
  readonly name: string;
  readonly region: string | null;
  readonly country: string;
}

export interface SearchView {
  readonly total: number;
  readonly about: boolean;
  readonly page: number;
  /** How many pages can be asked for (at most 50). */
  readonly pages: number;
  readonly jobs: readonly JobSummary[];
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
  /** The words that were searched instead of the typed ones, which found nothing. */
  readonly didYouMean: string | null;
  readonly engine: 'embedded' | 'meilisearch';
  /** Meilisearch is configured but did not answer in time: the embedded engine did. */
  readonly degraded: boolean;
  /** The place that was understood, its radius (null for regions and countries), and others of the same name. */
  readonly place: (PlaceChoice & { readonly radiusKm: number | null; readonly others: readonly PlaceChoice[] }) | null;
  /** The order used. */
  readonly sort: 'relevance' | 'newest' | 'salary' | 'distance';
  /** The one currency that a salary sort used. */
  readonly sortCurrency: string | null;
  readonly withoutPay: number;
  readonly currencies: readonly string[];
  /** The query's canonical string, page included. */
  readonly query: string;
}

export interface JobDetail extends JobSummary {
  /** Markdown. */
  readonly description: string;
  /** The same as safe HTML. */
  readonly descriptionHtml: string;
  readonly category: { readonly id: string; readonly label: string };
  readonly skills: readonly string[];
  readonly apply: { readonly by: 'url'; readonly url: string } | { readonly by: 'mail' | 'here' | 'reference' };
  /** What of its contacts is shown on asking, and whether a message can be written to them. */
  readonly contact: { readonly shows: readonly ContactKind[]; readonly takesMessages: boolean };
  readonly referenceId: string | null;
  readonly source: { readonly name: string; readonly datesMovedDays: number } | null;
  readonly employerWebsite: string | null;
  /** Path of its picture. */
  readonly employerLogo: string | null;
  /** The domain that the employer has proved to be its own, and since when; null for one that is not verified. */
  readonly employerVerified: VerifiedView | null;
  /** Why the range of pay is as wide as it is. */
  readonly payReason: string | null;
  /** The collective agreement that the pay follows. */
  readonly agreement: { readonly name: string; readonly url: string | null } | null;
  /** Of `/pictures/{id}`. */
  readonly pictureId: string | null;
  readonly publicUntil: string;
  readonly updatedAt: string;
  /** schema.org JobPosting, ready to be embedded once escaped; null for a self-employment advert, which offers no job. */
  readonly jobPosting: Readonly<Record<string, unknown>> | null;
  /** schema.org Service: the same for a self-employment advert. */
  readonly service: Readonly<Record<string, unknown>> | null;
  readonly similar: readonly JobSummary[];
  readonly fromEmployer: readonly JobSummary[];
}

export interface VerifiedView {
  readonly domain: string;
  readonly since: string;
}

/** An ad that was public and is no longer: what its page says instead. */
export type GoneView = OverView | DeletedView;

interface OverView {
  readonly title: string;
  readonly employer: { readonly name: string; readonly slug: string | null };
  readonly why: 'stopped' | 'expired';
  readonly alternatives: readonly JobSummary[];
}

/** Of what its author has deleted nothing is known any more. */
interface DeletedView {
  readonly why: 'deleted';
}

export interface EmployerDetail {
  readonly slug: string;
  readonly name: string;
  readonly website: string | null;
  /** Safe HTML. */
  readonly aboutHtml: string | null;
  readonly places: readonly string[];
  /** Path of its picture. */
  readonly logo: string | null;
  /** The domain that it proved to be its own, and since when (ISO 8601). */
  readonly verified: { readonly domain: string; readonly since: string } | null;
  /** Nobody works for it here yet: whoever proves its domain may take it over. */
  readonly isUnclaimed: boolean;
  readonly total: number;
  readonly jobs: readonly JobSummary[];
}

/** The one shape of an error. */
export interface ErrorView {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly fields?: readonly { readonly field: string; readonly message: string }[];
    readonly reference?: string;
  };
}
