import { z } from 'zod';
import { CASE_KINDS } from '#worker/moderation/model/case-kinds.ts';
import { QUEUE_PLACE, readPlace } from '#worker/moderation/model/queue-place.ts';

export const queueInput = z.object({
  kind: z
    .enum(CASE_KINDS, `Choose one of ${CASE_KINDS.join(', ')}.`)
    .optional()
    .describe('Only cases of this kind.'),
  after: z.string().regex(QUEUE_PLACE, 'moderation.cursor').transform(readPlace).optional(),
});
