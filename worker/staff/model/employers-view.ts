import { z } from 'zod';

export const employersQuery = z.object({ q: z.string().trim().max(200, 'staff.name-long').optional() });

export const employersView = z.object({
  employers: z
    .array(
      z.object({
        id: z.string(),
        slug: z.string(),
        name: z.string(),
        status: z.enum(['active', 'suspended']),
        isUnattended: z.boolean().meta({ description: 'Everybody who owns it is suspended.' }),
        source: z.string().nullable(),
        verifiedDomain: z.string().nullable(),
        openJobs: z.number(),
        members: z.number(),
        mergedInto: z.string().nullable(),
        hasPage: z.boolean().meta({ description: 'Whether the public can open its page now.' }),
      }),
    )
    .readonly(),
  more: z.boolean().meta({ description: 'There are others: give more of the name.' }),
});
export type EmployersView = z.output<typeof employersView>;
