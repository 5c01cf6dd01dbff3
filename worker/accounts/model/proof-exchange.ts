import { z } from 'zod';
import { SECOND_STEPS } from '#worker/accounts/model/factors.ts';

/** Longer than anything that is a password or a code. */
const LONGEST = 1024;

/** What `POST /api/prove` takes. */
export const proofInput = z
  .strictObject({
    password: z.string().min(1, 'Type your password.').max(LONGEST, 'This is too long to be a password.'),
    code: z.string().max(LONGEST, 'This is too long to be a code.').optional().meta({ description: 'As the app shows it.' }),
    recoveryCode: z.string().max(LONGEST, 'This is too long to be a code.').optional().meta({ description: 'In the place of `code`.' }),
  })
  .meta({ id: 'ProofInput' });

/** Answer of `GET /api/prove`: what somebody is asked for. */
export const proofAsked = z
  .object({
    ways: z.array(z.enum(SECOND_STEPS)).meta({ description: 'With what the second step is done; empty where there is none.' }),
    persona: z.boolean().meta({ description: 'Somebody made up for a demonstration: asked for nothing but a click.' }),
  })
  .meta({ id: 'ProofAsked' });

export type ProofAsked = z.output<typeof proofAsked>;

export const proven = z.object({ is: z.literal('proven') }).meta({ id: 'Proven' });
