import type { StatedDate } from '#db/import/clean/parse-date.ts';
import type { EmploymentType, JobKind, Remote } from '#worker/jobs/model/job-posting.ts';
import type { Salary } from '#worker/kernel/money.ts';

/** Where a feed says the work is: an address to be read, or its parts by name. */
export type RawPlace =
  | { readonly by: 'address'; readonly text: string }
  | {
      readonly by: 'parts';
      readonly locality: string | null;
      readonly region: string | null;
      readonly country: string | null;
      readonly postalCode: string | null;
      readonly street: string | null;
    };

/** One ad as a feed states it, its fields found but nothing cleaned, trusted or resolved yet. */
export interface RawJob {
  /** Line of the feed on which it begins. */
  readonly line: number;
  /** The feed's own key; empty where it has none. */
  readonly key: string;
  /** Among ads with one key the smallest wins. */
  readonly preference: number;
  readonly kind: JobKind;
  readonly title: string;
  readonly description: { readonly text: string; readonly format: 'html' | 'text' | 'markdown' };
  readonly employer: string;
  readonly employerWebsite: string | null;
  readonly language: string | null;
  readonly category: string;
  readonly employmentTypes: readonly EmploymentType[];
  readonly skills: readonly string[];
  readonly places: readonly RawPlace[];
  readonly remote: Remote | null;
  readonly salary: Salary | null;
  readonly posted: StatedDate;
  readonly until: StatedDate;
  readonly applyUrl: string | null;
  /** Ways of applying that are kept private. */
  readonly applyMail: string | null;
  readonly applyPhone: string | null;
  readonly referenceId: string | null;
}

/** What a reader finds, in the order of the feed. `end` comes last and once. */
export type FeedEvent =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'job'; readonly job: RawJob }
  | { readonly kind: 'problem'; readonly problem: RowProblem }
  | { readonly kind: 'end'; readonly isComplete: boolean };

/** Why one ad, or a part of it, could not be taken over. */
export interface RowProblem {
  readonly line: number;
  /** The feed's own key of the ad, where it could be read: it is still carried. */
  readonly key: string | null;
  readonly field: string;
  readonly reason: string;
}

/** What stops an import before it changed anything. Its message is one sentence for the operator. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

export const NOTHING_SAID = {
  preference: 0,
  kind: 'job',
  employerWebsite: null,
  language: null,
  category: 'other',
  employmentTypes: [],
  skills: [],
  places: [],
  remote: null,
  salary: null,
  posted: null,
  until: null,
  applyUrl: null,
  applyMail: null,
  applyPhone: null,
  referenceId: null,
} as const satisfies Partial<RawJob>;
