import { z } from 'zod';
import { CONTACT_KINDS } from '#worker/jobs/model/contacts.ts';

/** Answer of `POST /api/jobs/{id}/contact`. */
export const contactView = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          kind: z.enum(CONTACT_KINDS),
          text: z.string(),
          href: z.string().nullable().meta({ description: 'mailto:, tel: or https://; null where no program can use it.' }),
        }),
      )
      .readonly(),
    left: z.int().meta({ description: 'How many more contacts this network is shown today.' }),
  })
  .meta({ id: 'Contact' });

export type ContactView = z.output<typeof contactView>;

/** Answer to a form of which nothing is said but that it was taken in. */
export const takenIn = z.strictObject({ is: z.literal('done') });

/** Answer of `POST /api/jobs/{id}/leave`. */
export const leaveView = z.strictObject({
  troubledAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'When the link was last looked at and led nowhere; null where it was well.' }),
});
export type LeaveView = z.output<typeof leaveView>;
