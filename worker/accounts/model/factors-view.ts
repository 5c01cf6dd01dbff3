import { z } from 'zod';
import { type Factors, SECOND_STEPS } from '#worker/accounts/model/factors.ts';
import { STAFF } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

const time = z.iso.datetime();

/** What stands beside one's password, as its person sees it. */
export const factorsView = z
  .object({
    app: z.object({ addedAt: time }).nullable(),
    codesLeft: z.number(),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: time, usedAt: time.nullable() })).readonly(),
    /** Whether one factor has to stay: of moderators and administrators. */
    needsOne: z.boolean(),
    /** Whether the last one goes with the password alone; not for somebody made up for a demonstration. */
    asksPassword: z.boolean(),
    /** When the factors fall because they were said to be lost. */
    liftsAt: time.nullable(),
  })
  .meta({ id: 'Factors' });
export type FactorsView = z.infer<typeof factorsView>;

export const codesShown = z.object({ codes: z.array(z.string()).readonly().nullable() });
export type CodesShown = z.infer<typeof codesShown>;

export const appOffered = z.object({ link: z.string(), secret: z.string() });
export type AppOfferedView = z.infer<typeof appOffered>;

/** For `PublicKeyCredential.parse…OptionsFromJSON`. */
export const passkeyOffered = z.object({ options: z.record(z.string(), z.unknown()) });

/** A sign-in half-way. */
export const secondStepView = z.object({
  ways: z.array(z.enum(SECOND_STEPS)).readonly(),
  canBeLost: z.boolean(),
  liftsAt: time.nullable(),
});
export type SecondStepView = z.infer<typeof secondStepView>;

export const signedInNow = z.object({ is: z.literal('signed-in') });
export const lossAsked = z.object({ next: z.literal('mail') });
export const lossConfirmed = z.object({ liftsAt: time });
export type LossConfirmedView = z.infer<typeof lossConfirmed>;

export function viewOfFactors({ holder, app, codesLeft, passkeys, liftsAt }: Factors, asksPassword: boolean): FactorsView {
  return {
    app: app === null ? null : { addedAt: isoTime(app.createdAt) },
    codesLeft,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      addedAt: isoTime(createdAt),
      usedAt: usedAt === null ? null : isoTime(usedAt),
    })),
    asksPassword,
    needsOne: STAFF.includes(holder.role),
    liftsAt: liftsAt === null ? null : isoTime(liftsAt),
  };
}
