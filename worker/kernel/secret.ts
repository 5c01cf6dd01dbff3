import { base64url } from '#worker/kernel/hash.ts';
import { randomBytes } from '#worker/kernel/random.ts';

/** 32 random bytes, base64url: what a link or a cookie holds. The database keeps its SHA-256. */
export function newSecret(): string {
  return base64url(randomBytes(32).buffer);
}

/** Whether a text has the form of a secret; for what has not, nothing is asked of the database. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
