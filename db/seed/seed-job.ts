import type { SeedPlace } from '#db/seed/places.ts';
import type { EmploymentType, GigDetails, JobKind, Remote } from '#worker/jobs/model/job-posting.ts';
import type { Salary } from '#worker/kernel/money.ts';

/** An invented employer of the demonstration board and its ads; one of whom nothing is told beyond the name has no page, as whoever offers work of their own. */
export interface SeedEmployer {
  readonly name: string;
  readonly website: string | null;
  /** Markdown. */
  readonly about: string | null;
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
  /** Its price is in whole or decimal units, too. */
  readonly gig?: GigDetails;
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
