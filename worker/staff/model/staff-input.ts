import { z } from 'zod';
import { isStaffReason, STAFF_REASONS, type StaffReason } from '#worker/staff/model/staff-acts.ts';

export const LONGEST_NOTE = 500;

const reason = z
  .string()
  .refine(isStaffReason, { error: 'staff.reason' })
  .meta({ enum: Object.keys(STAFF_REASONS) })
  // Safe to hand on: what is refined here is in the list.
  .transform((text): StaffReason => (isStaffReason(text) ? text : 'upkeep'));

/** Why, with free words beside it: what every act of staff and every look at somebody's data begins with. */
export const reasoned = {
  reason,
  note: z.string().trim().max(LONGEST_NOTE, 'staff.note-long').default(''),
};

export const reasonedInput = z.strictObject(reasoned);
export type ReasonedInput = z.output<typeof reasonedInput>;
