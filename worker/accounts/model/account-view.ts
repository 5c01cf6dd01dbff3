import { z } from 'zod';
import { ROLES } from '#worker/kernel/actor.ts';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });

/** Answer of `GET /api/account`: what somebody has said of themselves, and how their account stands. */
export const accountView = z
  .object({
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(ROLES),
    language: z.string(),
    region: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2, or a state of the United States (`US-CA`).' }),
    laws: z
      .array(z.enum(['gdpr', 'ccpa']))
      .readonly()
      .meta({ description: 'Which of them protect whoever lives there.' }),
    createdAt: time,
    accepted: z.object({ at: time, terms: z.number(), privacy: z.number(), statedAge: z.number() }).meta({
      description: 'The versions of the terms that were accepted and of the privacy policy that was shown, and the age that was confirmed.',
    }),
    restricted: z.boolean().meta({ description: 'Everything but storage is frozen.' }),
    marketingObjected: z.boolean(),
    gpc: z.boolean().meta({ description: 'Whether a browser sent Global Privacy Control while signed in.' }),
    addressFails: z.enum(['bounce', 'complaint']).nullable().meta({ description: 'Why mail is not sent to the address any more.' }),
    proven: z.boolean().meta({ description: 'Whether proof was given lately enough for something grave.' }),
    newAddress: z.object({ email: z.string(), until: time }).nullable().meta({ description: 'A change that waits for its button.' }),
  })
  .meta({ id: 'Account' });

export type AccountView = z.output<typeof accountView>;
