import type { EmploymentType, JobKind } from '#worker/jobs/model/job-posting.ts';
import type { SalaryPeriod } from '#worker/kernel/money.ts';

export const SORTS = ['relevance', 'newest', 'salary', 'distance'] as const;
export type Sort = (typeof SORTS)[number];

export const POSTED_WITHIN = ['1d', '7d', '30d'] as const;
export type PostedWithin = (typeof POSTED_WITHIN)[number];

export const PAGE_SIZE = 20;
export const LAST_PAGE = 50;
export const DEFAULT_RADIUS_KM = 25;

/** At least this much, in whole or decimal units of the currency; without one, each ad's own number is compared. */
export interface SalaryFloor {
  readonly amount: number;
  readonly period: SalaryPeriod;
  readonly currency: string | null;
}

/** A search, parsed once from URL parameters. Page, API, feed, saved search and alert all hold this. A list means "or"; an empty one, "any". */
export interface JobQuery {
  /** `q` as typed, NFC, blanks folded; empty for none. */
  readonly words: string;
  /** A name or a gazetteer id; null for anywhere. */
  readonly place: string | null;
  /** Kilometres; null where the place decides (25 for a town). */
  readonly radius: number | null;
  /** `true` for any remote ad, else the applicant's country. */
  readonly remote: true | string | null;
  readonly country: readonly string[];
  readonly category: readonly string[];
  readonly type: readonly EmploymentType[];
  /** Employer slugs. */
  readonly employer: readonly string[];
  readonly language: readonly string[];
  readonly posted: PostedWithin | null;
  readonly salary: SalaryFloor | null;
  readonly kind: readonly JobKind[];
  /** Null: relevance with words, else newest. */
  readonly sort: Sort | null;
  /** 1 to LAST_PAGE. */
  readonly page: number;
}

export const EVERYTHING: JobQuery = {
  words: '',
  place: null,
  radius: null,
  remote: null,
  country: [],
  category: [],
  type: [],
  employer: [],
  language: [],
  posted: null,
  salary: null,
  kind: [],
  sort: null,
  page: 1,
};
