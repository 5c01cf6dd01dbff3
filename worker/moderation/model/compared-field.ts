import { z } from 'zod';
import { READ_FIELDS } from '#worker/moderation/model/post-words.ts';

const part = z.object({ is: z.enum(['same', 'added', 'removed']), text: z.string() });

/** One field of a post beside what it said before, as the API answers it. */
export const comparedField = z.object({ field: z.enum(READ_FIELDS), changed: z.boolean(), parts: z.array(part).readonly() });
