import { z } from 'zod';

export const restrictionInput = z.strictObject({
  restricted: z.boolean({ error: 'Say true to freeze the account, or false to end that.' }),
});

export const restrictionView = z.object({
  /** ISO 8601; null where it is not frozen. */
  since: z.string().nullable(),
});
export type RestrictionView = z.output<typeof restrictionView>;
