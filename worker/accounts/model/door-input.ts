import { z } from 'zod';
import { type EmailAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { LEAST_ALONE, PASSWORD_PROBLEMS, passwordLength } from '#worker/accounts/model/password-rules.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

/** Longer than anything that is taken: what is right of it is for the rules to say. */
const MOST = 1024;
const text = (message: string) => z.string({ error: message }).max(MOST, `${message} This is far too long.`);
const NO_ADDRESS = 'Type an e-mail address. It looks like name@example.org, in letters without accents before the @.';
const email = z
  .string({ error: 'Give your e-mail address.' })
  .refine((typed) => readEmailAddress(typed) !== null, NO_ADDRESS)
  .meta({ format: 'email' });
const password = text('Give the password.');
const newPassword = text('Give a password.');
/** Said beside everything else that is wrong with a form; what more there is to say of it is for the rules of passwords. */
const alone = newPassword.refine((typed) => passwordLength(typed) >= LEAST_ALONE, inLanguage(PASSWORD_PROBLEMS['too-short'], 'en'));
const role = z.enum(['seeker', 'employer'], { error: 'Say whether you look for work, or for people.' });
const age = z.literal(true, { error: 'Confirm that you are old enough: this board takes nobody who is younger.' });
const terms = z.literal(true, { error: 'Accept the terms: without them there can be no account.' });
const code = z.string().max(MOST).optional();

/** What a sign-up sends. */
export const signUpBody = z.strictObject({ email, password: alone, role, age, terms, language: z.string().max(35).optional() });

/** The password of the sign-up; who does not know it sets a new one and says anew all that the sign-up had said. */
export const confirmBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password }),
  z.strictObject({ by: z.literal('new-password'), newPassword: alone, role, age, terms }),
]);

export const signInBody = z.strictObject({ email, password });
export const forgotBody = z.strictObject({ email });
export const resetBody = z.strictObject({ password: newPassword, code, recoveryCode: code });
export const changePasswordBody = z.strictObject({ current: password, password: newPassword });
export const openLinkBody = z.strictObject({ token: z.string().max(MOST) });

/** An address that a form of the door took. */
export function readAddress(typed: string): EmailAddress {
  const address = readEmailAddress(typed);
  if (address === null) throw invalidField('email', NO_ADDRESS);
  return address;
}
