import { encodeBase32NoPadding } from '@oslojs/encoding';
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp';
import { randomBytes } from '#worker/kernel/random.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** As long as the hash that RFC 6238 makes codes with. */
const SECRET_BYTES = 20;

/** The secret that an app and the board share, in hexadecimal: this is what is sealed. */
export function newTotpSecret(): string {
  return Array.from(randomBytes(SECRET_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The count of steps of 30 seconds since 1970 (RFC 6238). */
export function totpStep(now: number): number {
  return Math.floor(now / (STEP_SECONDS * 1000));
}

/** The step whose code this is: that of now, or the one before or after it. Null for every other; takes as long whichever it is. */
export function matchingStep(secret: string, { code, now }: { readonly code: string; readonly now: number }): number | null {
  const key = bytesOf(secret);
  const step = totpStep(now);
  const matching = [step - 1, step, step + 1].filter((one) => verifyHOTP(key, BigInt(one), DIGITS, code));
  return matching[0] ?? null;
}

/** What somebody types into an app that reads no picture: groups of four letters and digits. */
export function spelledSecret(secret: string): string {
  return (encodeBase32NoPadding(bytesOf(secret)).match(/.{1,4}/g) ?? []).join(' ');
}

/** What an app reads from the picture, and a phone from a link. */
export function totpLink(secret: string, { issuer, account }: { readonly issuer: string; readonly account: string }): string {
  return createTOTPKeyURI(issuer, account, bytesOf(secret), STEP_SECONDS, DIGITS);
}

/** What somebody typed, without the blanks that apps show between digits. Null where no code can look like it. */
export function readTotpCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '');
  return new RegExp(`^\\d{${DIGITS}}$`).test(code) ? code : null;
}

function bytesOf(secret: string): Uint8Array {
  return Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
