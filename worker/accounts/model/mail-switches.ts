import { z } from 'zod';

/** Mails that need a yes, each with a switch of its own. Service messages have none: they are about what the person did or must know. */
export const MAIL_SWITCHES = ['newsletter', 'product-mail', 'surveys', 'employer-mail'] as const;
export type MailSwitch = (typeof MAIL_SWITCHES)[number];

const choice = z.object({
  wanted: z.boolean(),
  chosenAt: z.string().nullable().meta({ description: 'ISO 8601, UTC; null as long as nobody chose: then it is off.' }),
});

/** Answer of `GET` and `POST /api/account/mail`. */
export const mailChoicesView = z
  .object({
    choices: z.object({ newsletter: choice, 'product-mail': choice, surveys: choice, 'employer-mail': choice }),
    locked: z
      .boolean()
      .meta({ description: 'Direct marketing is objected to: nothing can be switched on until the objection is withdrawn.' }),
    addressFails: z.enum(['bounce', 'complaint']).nullable(),
  })
  .meta({ id: 'MailChoices' });
export type MailChoicesView = z.output<typeof mailChoicesView>;

/** What may be sent: those that are named change, the others stay. */
export const mailChoicesInput = z.strictObject({
  newsletter: z.boolean().optional(),
  'product-mail': z.boolean().optional(),
  surveys: z.boolean().optional(),
  'employer-mail': z.boolean().optional(),
});
export type MailChoicesInput = z.output<typeof mailChoicesInput>;
