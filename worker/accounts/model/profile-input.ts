import { z } from 'zod';

/** What may be sent to `POST /api/account/profile`, and nothing else: no role, no address, no date. */
export const profileInput = z.strictObject({
  name: z.string().max(1000).meta({ description: 'Empty takes it away.' }),
  language: z.string().max(20),
  region: z.string().max(20).meta({ description: 'Empty takes it away.' }),
});

export type ProfileInput = z.output<typeof profileInput>;
