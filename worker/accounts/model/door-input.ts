import { z } from 'zod';
import { type EmailAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** Longer than anything that is taken: what is right of it is for the rules to say. */
const MOST = 1024;
const text = (message: string) => z.string({ error: message }).max(MOST, `${message} This is far too long.`);
const email = text('Give your e-mail address.');
const password = text('Give the password.');
const newPassword = text('Give a password.');
const role = z.enum(['seeker', 'employer'], { error: 'Say whether you look for work, or for people.' });
const age = z.literal(true, { error: 'Confirm that you are old enough: this board takes nobody who is younger.' });
const terms = z.literal(true, { error: 'Accept the terms: without them there can be no account.' });
const code = z.string().max(MOST).optional();

/** What a sign-up sends. */
export const signUpBody = z.strictObject({ email, password: newPassword, role, age, terms, language: z.string().max(35).optional() });

/** The password of the sign-up; who does not know it sets a new one and says anew all that the sign-up had said. */
export const confirmBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password }),
  z.strictObject({ by: z.literal('new-password'), newPassword, role, age, terms }),
]);

export const signInBody = z.strictObject({ email, password });
export const forgotBody = z.strictObject({ email });
export const resetBody = z.strictObject({ password: newPassword, code, recoveryCode: code });
export const changePasswordBody = z.strictObject({ current: password, password: newPassword });
export const openLinkBody = z.strictObject({ token: z.string().max(MOST) });

/** An address that somebody typed. Throws `invalid` for what is none. */
export function readAddress(typed: string): EmailAddress {
  const address = readEmailAddress(typed);
  if (address !== null) return address;
  const message = 'This is no e-mail address as we can use it. It looks like name@example.org, in letters without accents before the @.';
  throw new DomainError('invalid', `email: ${message}`, [{ field: 'email', message }]);
}
