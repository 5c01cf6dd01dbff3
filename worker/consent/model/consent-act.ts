import { z } from 'zod';
import { ACTS, METHODS, SURFACES } from '#worker/consent/model/consent-exchange.ts';
import { isId } from '#worker/kernel/random.ts';

const oneOf = (values: readonly string[]) => `Give one of ${values.join(', ')}.`;

const ANSWERS = ['yes', 'no', 'yes-despite-gpc'] as const;
/** No board has so many services: more is no form of ours. */
const MOST_ANSWERS = 50;
const LONGEST_WAIT = 1_000_000_000;

/** What may come in as an act. */
export const consentAct = z.strictObject({
  key: z.string({ error: 'Give a random key of 20 letters and digits (a–z, 2–7).' }).refine(isId, 'Give 20 letters and digits (a–z, 2–7).'),
  act: z.enum(ACTS, { error: oneOf(ACTS) }),
  surface: z.enum(SURFACES, { error: oneOf(SURFACES) }),
  method: z.enum(METHODS, { error: oneOf(METHODS) }),
  notice: z
    .string({ error: 'Give the hash of the notice that was shown.' })
    .regex(/^[0-9a-f]{64}$/, 'Give the hash of the notice that was shown: 64 hexadecimal digits.'),
  answers: z
    .record(z.string().max(40), z.enum(ANSWERS, { error: oneOf(ANSWERS) }), { error: 'Give an answer for each service, by its id.' })
    .refine((answers) => Object.keys(answers).length > 0, 'Answer for at least one service.')
    .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS, 'There are not so many services.'),
  gpc: z.boolean({ error: 'Give true or false.' }).optional(),
  secondsAgo: z.int({ error: 'Give whole seconds.' }).min(0, 'Give 0 or more.').max(LONGEST_WAIT, 'That is too long ago.').optional(),
});
