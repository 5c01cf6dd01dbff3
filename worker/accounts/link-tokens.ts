import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { isSecret, newSecret } from '#worker/kernel/secret.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** Whom or what a link is about. */
export interface LinkAsked {
  readonly kind: LinkKind;
  readonly accountId?: string;
  readonly signUpId?: string;
  readonly changeId?: string;
  readonly subjectId?: string;
  /** Until when it opens, where that is not its kind's own period from now. */
  readonly expiresAt?: number;
}

export interface LinkIssued {
  /** For the mail alone. */
  readonly token: string;
  /** For `issueLinkStatements`, in the batch of the mail. */
  readonly link: NewLink;
}

/** Makes a link that opens something once. */
export async function issueLink(now: number, asked: LinkAsked): Promise<LinkIssued> {
  const { kind, accountId = null, signUpId = null, changeId = null, subjectId = null, expiresAt = after(now, LINK_LASTS[kind]) } = asked;
  const token = newSecret();
  const id = await sha256(token);
  return { token, link: { id, kind, accountId, signUpId, changeId, subjectId, createdAt: now, expiresAt } };
}

/** What the database knows a token by; null for what no mail of ours has carried. */
export async function linkIdOf(token: string): Promise<string | null> {
  return isSecret(token) ? sha256(token) : null;
}
