import { type Guest, type Member, type Proof, type Role, STAFF } from '#worker/kernel/actor.ts';

/** A session as the database has it. Times are UTC milliseconds. */
export interface StoredSession {
  /** SHA-256 of what the cookie holds, in hexadecimal. */
  readonly id: string;
  readonly accountId: string;
  readonly handle: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly endsAt: number;
  readonly provenAt: number;
  readonly proof: Proof;
  readonly browser: string;
  readonly country: string;
}

/** Whose session it is, as routes about the person need it. */
export interface AccountBehind {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly language: string;
  readonly restrictedAt: number | null;
  /** Since when the board has suspended the account. */
  readonly suspendedAt: number | null;
  /** Whether Global Privacy Control was seen. */
  readonly gpc: boolean;
}

export interface FoundSession {
  readonly session: StoredSession;
  readonly account: AccountBehind;
}

export type OpenedLink = Guest['link'];

/** Whoever works for the board neither decides nor looks while the account is suspended or frozen. */
export function memberOf({ session, account }: FoundSession): Member {
  const { id: sessionId, handle, provenAt, proof } = session;
  const [suspended, restricted] = [account.suspendedAt !== null, account.restrictedAt !== null];
  const is = (suspended || restricted) && STAFF.includes(account.role) ? 'seeker' : account.role;
  return { is, accountId: account.id, sessionId, handle, provenAt, proof, restricted, suspended };
}
