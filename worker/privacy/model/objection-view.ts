import { z } from 'zod';

/** Objected to by itself, at any time and without a reason (GDPR 21(2)). */
export const DIRECT_MARKETING = 'direct-marketing';

const LONGEST_REASON = 4000;

export const objectionInput = z.strictObject({
  purpose: z.string().min(1, 'Choose the use that you object to.').max(60, 'There is no such use.'),
  reason: z.string().max(LONGEST_REASON, `Keep it under ${LONGEST_REASON} characters, please.`).default(''),
});
export type ObjectionInput = z.output<typeof objectionInput>;

/** A use of data that one can object to. */
const use = z.object({ id: z.string(), name: z.string(), does: z.string(), interest: z.string(), need: z.string(), effect: z.string() });

const ownObjection = z.object({
  id: z.string(),
  /** In words. */
  use: z.string(),
  reason: z.string(),
  /** ISO 8601, as are the others. */
  madeAt: z.string(),
  dueAt: z.string(),
  /** `in-force`: obeyed at once · `waits`: to be answered until `dueAt` · `due-passed`: that day has passed · `withdrawn`. */
  state: z.enum(['in-force', 'waits', 'due-passed', 'withdrawn']),
});
export type OwnObjection = z.output<typeof ownObjection>;

export const objectionsView = z.object({
  /** Since when direct marketing of every kind is objected to; null where it is not. */
  marketingSince: z.string().nullable(),
  uses: z.array(use).readonly(),
  /** The newest first. */
  objections: z.array(ownObjection).readonly(),
});
export type ObjectionsView = z.output<typeof objectionsView>;
