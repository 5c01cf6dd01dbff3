import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';
import { base64url, sha256 } from '#worker/kernel/hash.ts';
import { randomBytes } from '#worker/kernel/random.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** Whom or what a link is about. */
export interface LinkAsked {
  readonly kind: LinkKind;
  readonly accountId?: string;
  readonly signUpId?: string;
  readonly changeId?: string;
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
  const { kind, accountId = null, signUpId = null, changeId = null, expiresAt = after(now, LINK_LASTS[kind]) } = asked;
  const token = base64url(randomBytes(TOKEN_BYTES).buffer);
  const id = await sha256(token);
  return { token, link: { id, kind, accountId, signUpId, changeId, createdAt: now, expiresAt } };
}

/** What the database knows a token by; null for what no mail of ours has carried. */
export async function linkIdOf(token: string): Promise<string | null> {
  return TOKEN.test(token) ? sha256(token) : null;
}
