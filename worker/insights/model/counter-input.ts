import { z } from 'zod';
import { COUNTED_FEATURES, COUNTED_PAGES } from '#worker/insights/model/counted-use.ts';

/** Body of `POST /api/counters`: closed lists and nothing else, so that nothing about anybody can come along. */
export const counterInput = z.strictObject({
  page: z.enum(COUNTED_PAGES, { error: `must be the route pattern of a page that is counted, such as ${COUNTED_PAGES[2]}.` }),
  feature: z.enum(COUNTED_FEATURES, { error: `must be one of ${COUNTED_FEATURES.join(', ')}.` }).optional(),
});
