import type { Moderation } from '#worker/board/model/board.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

/** What is known of a post that was just submitted, and of its employer. */
export interface Trust {
  readonly flags: readonly FlagRaised[];
  /** The employer proved its domain; null where it did not, and for guests and own adverts. */
  readonly verifiedAt: number | null;
  /** Revisions of this employer that moderators approved. */
  readonly approvals: number;
  /** Among those that the member who submits has submitted. */
  readonly approvalsOfMember: number;
}

/**
 * Whether a post is published at once and looked at after. Never one with a flag, among which the changed outside link and the first post of
 * somebody count; never where the operator has not said so.
 */
export function mayPublishFirst({ flags, verifiedAt, approvals, approvalsOfMember }: Trust, { publishFirst }: Moderation): boolean {
  if (publishFirst === null || verifiedAt === null || flags.length > 0) return false;
  return approvalsOfMember > 0 && approvals >= publishFirst.approvals;
}
