import { z } from 'zod';
import { LONGEST_OBJECTION } from '#worker/moderation/model/word-limits.ts';

/** An objection, in the words of whoever makes it. */
export const appealInput = z.strictObject({
  reasons: z
    .string({ error: 'reports.objection-reasons' })
    .trim()
    .min(1, 'reports.objection-reasons')
    .max(LONGEST_OBJECTION, 'reports.objection-long'),
});
