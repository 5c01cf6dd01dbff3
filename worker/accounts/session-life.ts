import { type Adapter, generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { SessionsRepository } from '#db/repositories/sessions.ts';
import type { FoundSession } from '#worker/accounts/model/session.ts';
import type { Role } from '#worker/kernel/actor.ts';
import { systemClock } from '#worker/kernel/clock.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { SESSION_LASTS } from '#worker/promises/model/account-periods.ts';
import { after, type Duration, minutes } from '#worker/promises/model/duration.ts';

/** The life of a session, by Lucia: its id, whether it still counts, and how it slides. Our adapter stores SHA-256 of the id alone. */

/** A session that is used is written down as used again after this time, and not on each request. */
const NOTED_EVERY = minutes(10);
/** 200 random bits. */
const ENTROPY_BYTES = 25;

/** An id as the cookie holds it; null for what this board cannot have given. */
export function sessionIdIn(cookie = ''): string | null {
  return /^[a-z2-7]{40}$/.test(cookie) ? cookie : null;
}

export function newSessionId(): string {
  return generateIdFromEntropySize(ENTROPY_BYTES);
}

/** When a session that begins now ends: unless it is used, and at the latest. */
export interface SessionEnds {
  readonly expiresAt: number;
  readonly endsAt: number;
}

export interface NewSession extends SessionEnds {
  /** SHA-256 of what the cookie holds. */
  readonly id: string;
}

interface Beginning {
  readonly now: number;
  readonly account: { readonly id: string; readonly role: Role };
  /** Writes the row, with everything that belongs to it. */
  readonly write: (session: NewSession) => Promise<void>;
}

/** Begins a session; answers what the cookie holds. */
export async function beginSession({ now, account, write }: Beginning): Promise<string> {
  const { idle, atMost } = SESSION_LASTS[account.role];
  const time = timeFor(now);
  const endsAt = after(now, atMost);
  const setSession: Adapter['setSession'] = async ({ id, expiresAt }) =>
    write({ id: await sha256(id), expiresAt: Math.min(time.ours(expiresAt), endsAt), endsAt });
  const { id } = await lucia({ ...NO_ADAPTER, setSession }, idle, now).createSession(account.id, {}, { sessionId: newSessionId() });
  return id;
}

export interface SessionLifeContext {
  readonly now: number;
  readonly sessions: Pick<SessionsRepository, 'slide' | 'end'>;
}

interface Presented {
  /** What the cookie held. */
  readonly id: string;
  readonly found: FoundSession;
}

/**
 * Whether a session still counts; one that does not is taken away, as is one whose account has another role by now. Where it is used after a
 * while its idle end moves on, by a write that never brings back what was ended meanwhile.
 */
export async function isAlive({ now, sessions }: SessionLifeContext, { id, found: { session, account } }: Presented): Promise<boolean> {
  const { idle } = SESSION_LASTS[session.role];
  const time = timeFor(now);
  const adapter: Adapter = {
    ...NO_ADAPTER,
    getSessionAndUser: async () => [
      { id, userId: account.id, expiresAt: time.lucias(presentedEnd(session, now)), attributes: {} },
      account.role === session.role ? { id: account.id, attributes: {} } : null,
    ],
    updateSessionExpiration: (_, expiresAt) =>
      sessions.slide(session.id, { now, expiresAt: Math.min(time.ours(expiresAt), session.endsAt) }),
    deleteSession: () => sessions.end(session.id),
  };
  return (await lucia(adapter, idle, now).validateSession(id)).session !== null;
}

/** Lucia moves an end on in the second half of its time: a session that was not noted as used for a while is presented as there. */
function presentedEnd({ seenAt, expiresAt, endsAt, role }: FoundSession['session'], now: number): number {
  const end = Math.min(expiresAt, endsAt);
  const half = (after(now, SESSION_LASTS[role].idle) - now) / 2;
  return now < after(seenAt, NOTED_EVERY) ? end : Math.min(end, now + half - 1000);
}

function lucia(adapter: Adapter, idle: Duration, now: number): Lucia {
  return new Lucia(adapter, { sessionExpiresIn: new TimeSpan(after(now, idle) - now, 'ms') });
}

/** Lucia reads the system's clock; everything else here is given `now`. */
function timeFor(now: number) {
  const ahead = systemClock() - now;
  return {
    lucias: (moment: number) => new Date(moment + ahead),
    ours: (date: Date) => date.getTime() - ahead,
  };
}

const unused = () => Promise.reject(new Error('A session is begun and validated, and nothing else, by Lucia.'));
const NO_ADAPTER: Adapter = {
  getSessionAndUser: unused,
  getUserSessions: unused,
  setSession: unused,
  updateSessionExpiration: unused,
  deleteSession: unused,
  deleteUserSessions: unused,
  deleteExpiredSessions: unused,
};
