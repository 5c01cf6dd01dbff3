import { z } from 'zod';

const LONGEST = 5000;

/** An objection, in the words of whoever makes it. */
export const appealInput = z.strictObject({
  reasons: z
    .string({ error: 'Say why you think that the decision is wrong.' })
    .trim()
    .min(1, 'Say in a sentence why you think that the decision is wrong.')
    .max(LONGEST, `Keep it under ${LONGEST} characters, please.`),
});
