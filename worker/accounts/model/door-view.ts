import { z } from 'zod';
import { SECOND_STEPS } from '#worker/accounts/model/factors.ts';
import { LINK_KINDS } from '#worker/kernel/actor.ts';

/** Answers at the door. None says whether an address has an account. */
export const mailNext = z.strictObject({ next: z.literal('mail') });

export const signInView = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('signed-in'),
    /** True where the password is shorter than one that stands alone has to be: a longer one is asked for. */
    passwordTooShort: z.boolean(),
  }),
  z.strictObject({ is: z.literal('second-factor'), ways: z.array(z.enum(SECOND_STEPS)).readonly() }),
]);
export type SignInView = z.output<typeof signInView>;

export const signedInView = z.strictObject({ is: z.literal('signed-in') });
export const doneView = z.strictObject({ is: z.literal('done') });

export const linkOpened = z.strictObject({ kind: z.enum(LINK_KINDS) });
export const linkView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm-sign-up'), email: z.string(), role: z.enum(['seeker', 'employer']) }),
  z.strictObject({
    kind: z.literal('reset-password'),
    email: z.string(),
    asksFactor: z.boolean(),
    blockedUntil: z.iso.datetime().nullable(),
  }),
  z.strictObject({ kind: z.enum(LINK_KINDS).exclude(['confirm-sign-up', 'reset-password']) }),
]);
