import type { StaffReason } from '#worker/staff/model/staff-acts.ts';

/** Why staff freeze, remove or restore an ad: of the list of reasons those that fit. */
export const STAFF_REASON_IDS = [
  'own-finding',
  'notice',
  'objection',
  'legal-request',
  'security',
  'mistake',
] as const satisfies readonly StaffReason[];
