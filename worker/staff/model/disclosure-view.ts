import { z } from 'zod';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const day = (message: string) =>
  z
    .string()
    .trim()
    .refine((text) => DAY.test(text) && !Number.isNaN(Date.parse(text)), message)
    .transform((text) => Date.parse(text));

const said = (what: string, most: number) => z.string().trim().min(1, what).max(most, `Say it in ${most} letters.`);

export const disclosureInput = z.strictObject({
  email: z.string().trim().min(1, 'Give the whole e-mail address of the person.').max(254, 'No address is that long.'),
  authority: said('Name the authority that asked.', 200),
  legalGround: said('Name the law and the article that demand it.', 500),
  fields: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((lines) => lines.length > 0, 'Name what was handed over, one field a line.')
    .refine((lines) => lines.length <= 50 && lines.every((line) => line.length <= 100), 'At most 50 lines of 100 letters each.'),
  at: day('Give the day on which it was handed over, as 2026-11-22.'),
  secretUntil: z.union([
    z.literal('').transform(() => null),
    day('Give the day until which the law forbids to tell, as 2026-11-22, or leave it empty.'),
  ]),
});
export type DisclosureInput = z.output<typeof disclosureInput>;

export const disclosuresView = z.object({
  disclosures: z
    .array(
      z.object({
        id: z.string(),
        /** Of the account; null where there is none, or none any more. */
        email: z.string().nullable(),
        authority: z.string(),
        legalGround: z.string(),
        fields: z.array(z.string()).readonly(),
        at: time,
        secretUntil: time.nullable(),
      }),
    )
    .readonly(),
});
export type DisclosuresView = z.output<typeof disclosuresView>;
