import { z } from 'zod';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const day = (message: string) =>
  z
    .string()
    .trim()
    .refine((text) => DAY.test(text) && !Number.isNaN(Date.parse(text)), message)
    .transform((text) => Date.parse(text));

/** How much of a disclosure is written down, in characters and lines. */
export const DISCLOSURE_LIMITS = { authority: 200, legalGround: 500, lines: 50, line: 100 } as const;

const said = (field: 'authority' | 'legalGround', { missing, tooLong }: { readonly missing: string; readonly tooLong: string }) =>
  z.string().trim().min(1, missing).max(DISCLOSURE_LIMITS[field], tooLong);

export const disclosureInput = z.strictObject({
  email: z.string().trim().min(1, 'staff.email').max(254, 'staff.email-long'),
  authority: said('authority', { missing: 'staff.authority', tooLong: 'staff.authority-long' }),
  legalGround: said('legalGround', { missing: 'staff.legal-ground', tooLong: 'staff.legal-ground-long' }),
  fields: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((lines) => lines.length > 0, 'staff.fields')
    .refine(
      (lines) => lines.length <= DISCLOSURE_LIMITS.lines && lines.every((line) => line.length <= DISCLOSURE_LIMITS.line),
      'staff.fields-many',
    ),
  at: day('staff.handed-over-on'),
  secretUntil: z.union([z.literal('').transform(() => null), day('staff.secret-until')]),
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
