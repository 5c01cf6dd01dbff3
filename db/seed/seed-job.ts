import type { SeedPlace } from '#db/seed/places.ts';
import type { EmploymentType, JobKind, Remote } from '#worker/jobs/model/job-posting.ts';
import type { Salary } from '#worker/kernel/money.ts';

/** An invented employer of the demonstration board and its ads. */
export interface SeedEmployer {
  readonly name: string;
  readonly website: string;
  /** Markdown. */
  readonly about: string;
  readonly jobs: readonly SeedJob[];
}

export interface SeedJob {
  readonly title: string;
  /** A job unless said. */
  readonly kind?: JobKind;
  /** English unless said. */
  readonly language?: string;
  readonly category: string;
  readonly types: readonly EmploymentType[];
  readonly places: readonly SeedPlace[];
  readonly remote?: Remote;
  /** In whole or decimal units of the currency. */
  readonly salary?: Salary;
  readonly skills: readonly string[];
  /** Markdown. */
  readonly description: string;
  readonly apply: SeedApply;
  readonly referenceId?: string;
  /** The ad names no last day. */
  readonly untilFilled?: true;
}

/** A mail address goes where no one sees it; it is never part of what is public. */
export type SeedApply =
  | { readonly by: 'url'; readonly url: string }
  | { readonly by: 'mail'; readonly address: string }
  | { readonly by: 'reference' };
