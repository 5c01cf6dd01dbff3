import { z } from 'zod';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';

const NO_ADDRESS = 'posts.address-unreadable';

/** An address for a post without an account, or that such posts were written with. */
export const guestAddressBody = z.strictObject({
  email: z
    .string({ error: 'posts.address-missing' })
    .refine((typed) => readEmailAddress(typed) !== null, NO_ADDRESS)
    .meta({ format: 'email' }),
});

/** What is confirmed is what was read: the page names the version of the draft that it showed. */
export const guestConfirmBody = z.strictObject({
  version: z.number().int().nonnegative(),
  age: z.literal(true, { error: 'posts.too-young' }),
  terms: z.literal(true, { error: 'posts.terms-missing' }),
});

export const claimBody = z.strictObject({
  /** The id of an employer that one works for; null to keep it as an ad of one’s own. */
  employer: z.string().max(40).nullable(),
});
