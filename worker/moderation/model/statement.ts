import type { StatementCategory, StatementKeyword } from '#worker/moderation/model/eu-vocabulary.ts';

/** What a decision does: `rejected` before it was public, `frozen` for a time, `removed`, `edited` by a moderator, `suspended` for an employer or an account. */
export const RESTRICTIONS = ['rejected', 'frozen', 'removed', 'edited', 'suspended'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** As people read it: the suspension of an account is another thing to them than that of an employer. */
export const RESTRICTIONS_TOLD = [...RESTRICTIONS, 'account-suspended'] as const;
export type RestrictionTold = (typeof RESTRICTIONS_TOLD)[number];

/** What a decision is about: one ad by its id, an employer as a whole, or somebody's account. */
export type Restricted = { readonly jobId: string } | { readonly employerSeq: number } | { readonly accountId: string };

interface Stated {
  readonly restriction: Restriction;
  readonly jobId: string | null;
  readonly employerSeq: number | null;
}

/** A suspension that is about neither an ad nor an employer is about an account. */
export function restrictionTold({ restriction, jobId, employerSeq }: Stated): RestrictionTold {
  return restriction === 'suspended' && jobId === null && employerSeq === null ? 'account-suspended' : restriction;
}

/** What lists and mails call an account that is decided on: nobody's name. */
export const ACCOUNT_TITLE = 'Account';

/** The law that was broken, or the rules of this board. */
export type StatementGround = { readonly law: string } | { readonly rules: readonly string[] };

/** A decision that restricts, before its reasons are written down. Its words are for its author: nothing in them says who reported. */
export interface StatementWanted {
  readonly restriction: Restriction;
  readonly about: Restricted;
  /** What the mail calls it: the ad's title, the employer's name, or `ACCOUNT_TITLE`. */
  readonly title: string;
  /** Which words were decided on; null for an imported ad and for an employer. */
  readonly revisionId: string | null;
  readonly caseId: string | null;
  /** The notice that led to it. */
  readonly noticeId: string | null;
  readonly ground: StatementGround;
  /** Why that ground is met, in the moderator's words. */
  readonly explanation: string;
  /** What was looked at. Told in our words where left out. */
  readonly facts?: string;
  /** That of the first rule where left out. */
  readonly category?: StatementCategory;
  readonly keywords?: readonly StatementKeyword[];
  /** BCP 47. */
  readonly contentLanguage: string | null;
  /** When the words were written; now where nobody knows. */
  readonly contentAt: number | null;
  /** For a freeze: when it ends by itself. */
  readonly endsAt?: number;
  /** Only a change was refused: what was approved before stays. */
  readonly isChange?: boolean;
  /** Whether a check of ours has found it. */
  readonly automatedDetection: boolean;
  /** Staff pseudonym. */
  readonly decidedBy: string;
}
