import { z } from 'zod';
import { ROLES } from '#worker/kernel/actor.ts';

const time = z.iso.datetime();

/** Answer of `GET /api/account/overview`: what an account's first page and its page of privacy say. */
export const accountOverview = z
  .object({
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(ROLES),
    createdAt: time,
    restrictedAt: time.nullable().meta({ description: 'Since when everything but storage is frozen.' }),
    secondFactor: z.boolean().meta({ description: 'Whether an app or a passkey stands beside the password.' }),
    mailFails: z.enum(['bounce', 'complaint']).nullable().meta({ description: 'Why no mail is sent to the address any more.' }),
    accepted: z
      .object({ at: time, terms: z.number(), privacy: z.number(), statedAge: z.number() })
      .meta({
        description: 'Versions of the terms that were accepted and of the privacy policy that was shown, and the age that was confirmed.',
      }),
    gpc: z.boolean().meta({ description: 'Whether Global Privacy Control came with the last look at the account.' }),
    marketingObjectedAt: time.nullable(),
  })
  .meta({ id: 'AccountOverview' });
export type AccountOverview = z.infer<typeof accountOverview>;
