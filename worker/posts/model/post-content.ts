import type { EmploymentType, GigDetails, JobKind, JobPlace, Remote, WageAgreement } from '#worker/jobs/model/job-posting.ts';
import type { Salary } from '#worker/kernel/money.ts';

/** A post as its author submitted it, checked: every field that the form of its kind asks for is there. Contacts still stand in its texts. */
export interface PostContent {
  readonly kind: JobKind;
  readonly title: string;
  /** Markdown, as it was written. */
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly category: string;
  readonly employmentTypes: readonly EmploymentType[];
  readonly skills: readonly string[];
  readonly places: readonly (JobPlace & { readonly regionCode: string | null })[];
  readonly remote: Remote | null;
  /** Null for volunteers, and for a gig that is paid by the piece. */
  readonly salary: Salary | null;
  /** Why a range is wider than the board's rule allows; shown. */
  readonly payReason: string | null;
  readonly agreement: WageAgreement | null;
  /** `relay`: through our form; the address is among the contacts, and shown only behind the act where its author said so. */
  readonly apply: { readonly by: 'url'; readonly url: string } | { readonly by: 'relay' } | { readonly by: 'contact' };
  readonly contacts: readonly PostContact[];
  /** UTC milliseconds; null for at once. */
  readonly publishOn: number | null;
  readonly validThrough: number | null;
  readonly referenceId: string | null;
  /** Who offers it, where that is no employer of this board: a guest's firm, or a person. */
  readonly offeredBy: { readonly name: string; readonly website: string | null } | null;
  readonly gig: GigDetails | null;
  readonly pictureId: string | null;
}

/** What the two kinds of post say in their own way: a vacancy as employment, an advert of one's own as an offer. */
export type PostTerms = Pick<PostContent, 'employmentTypes' | 'salary' | 'payReason' | 'agreement' | 'referenceId' | 'gig'>;

export interface PostContact {
  readonly kind: 'mail' | 'phone';
  readonly value: string;
}

/** A draft: the fields of its form as they were typed, complete or not. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;
