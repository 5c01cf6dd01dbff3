import { z } from 'zod';

const counts = z.object({
  notices: z.number(),
  restricted: z.number(),
  kept: z.number(),
  alreadyGone: z.number(),
  abusive: z.number(),
  rejected: z.number(),
  frozen: z.number(),
  removed: z.number(),
  edited: z.number(),
  suspended: z.number(),
  checked: z.number(),
  noticed: z.number(),
  reversed: z.number(),
  appeals: z.number(),
  appealsReversed: z.number(),
  appealsUpheld: z.number(),
});
export type DecisionCounts = z.output<typeof counts>;

/** What the board decided, in totals: nobody can be told from them. */
export const transparencyView = z.object({
  /** ISO 8601 days: the first, and the one after the last. */
  from: z.string(),
  until: z.string(),
  total: counts,
  /** The newest first, months in which nothing happened among them: `2026-11`. */
  months: z.array(counts.extend({ month: z.string() })).readonly(),
  /** Milliseconds, the one in the middle; null where nothing was decided. */
  medianNotice: z.number().nullable(),
  medianAppeal: z.number().nullable(),
  /** Addresses whose reports are slowed at this moment. */
  slowed: z.number(),
  /** One person alone decides on this board, on objections, too. */
  isAlone: z.boolean(),
});
export type TransparencyView = z.output<typeof transparencyView>;

/** Decisions that restrict, of every kind. */
export function restrictions({ rejected, frozen, removed, edited, suspended }: DecisionCounts): number {
  return rejected + frozen + removed + edited + suspended;
}
