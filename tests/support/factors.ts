import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { generateHOTP } from '@oslojs/otp';
import type { Ask } from '#tests/support/door.ts';
import { totpStep } from '#worker/accounts/model/totp.ts';

/** The header `Cookie` after an answer: what was there, with what is new in the place of what has its name. */
export function together(before: string, after: string): string {
  const cookies = new Map(
    [...before.split('; '), ...after.split('; ')].filter(Boolean).map((text) => [text.split('=')[0] ?? '', text] as const),
  );
  return [...cookies.values()].join('; ');
}

/** The secret of an app as the page spells it, in hexadecimal. */
export function secretOf(spelled: unknown): string {
  return Buffer.from(decodeBase32IgnorePadding(String(spelled).replaceAll(' ', ''))).toString('hex');
}

/** What an app shows in a step (RFC 6238). `secret` in hexadecimal. */
export function totpCode(secret: string, step: number): string {
  return generateHOTP(Buffer.from(secret, 'hex'), BigInt(step), 6);
}

/** The code of now, or of so many steps later or earlier. */
export function codeNow(secret: string, steps = 0): string {
  return totpCode(secret, totpStep(Date.now()) + steps);
}

export interface AppSetUp {
  readonly secret: string;
  /** The first code, which is used by that. */
  readonly used: string;
  readonly codes: readonly string[];
  /** The header `Cookie` of the session that went on. */
  readonly cookie: string;
}

/** Adds an app as a person does. */
export async function setUpApp(ask: Ask, session: string): Promise<AppSetUp> {
  const offered = await ask('/api/account/factors/app', {}, session);
  const secret = secretOf(offered.body['secret']);
  const used = codeNow(secret);
  const added = await ask('/api/account/factors/app/confirm', { code: used }, together(session, offered.cookie));
  if (added.status !== 200) throw new Error(`The app was not added: ${JSON.stringify(added.body)}`);
  return { secret, used, codes: codesIn(added.body['codes']), cookie: together(session, added.cookie) };
}

function codesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
