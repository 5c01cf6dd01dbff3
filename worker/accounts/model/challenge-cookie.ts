import { doorCookieText, endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { isSecret, newSecret } from '#worker/kernel/secret.ts';
import { CHALLENGE_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** How many codes or passkeys may be tried in one sign-in. */
export const CHALLENGE_TRIES = 5;

/** What ties a sign-in or a passkey half-way to one browser. */
export interface NewChallenge {
  /** SHA-256 of what the cookie holds. */
  readonly id: string;
  readonly cookie: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export async function newChallenge(publicUrl: string, now: number): Promise<NewChallenge> {
  const value = newSecret();
  const expiresAt = after(now, CHALLENGE_LASTS);
  const cookie = doorCookieText({ publicUrl, name: 'sign-in', value, maxAge: Math.round((expiresAt - now) / 1000) });
  return { id: await sha256(value), cookie, createdAt: now, expiresAt };
}

/** Under which a cookie's challenge is found; null for what this board cannot have given. */
export async function challengeIdOf(cookie: string | null): Promise<string | null> {
  return cookie !== null && isSecret(cookie) ? sha256(cookie) : null;
}

export function challengeOver(publicUrl: string): string {
  return endedCookie('sign-in', publicUrl);
}
