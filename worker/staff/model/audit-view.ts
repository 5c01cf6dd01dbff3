import { z } from 'zod';
import { SUBJECT_KINDS } from '#worker/staff/model/staff-acts.ts';

const time = z.string().meta({ description: 'ISO 8601, UTC.' });

export const auditQuery = z.object({
  before: z.coerce.number('staff.line').int('staff.line').min(1).optional(),
  actor: z.string().max(40).optional(),
  act: z.string().max(40).optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

export const auditView = z.object({
  lines: z
    .array(
      z.object({
        seq: z.number(),
        at: time,
        actor: z.string().meta({ description: 'Pseudonym.' }),
        isYou: z.boolean(),
        act: z.string(),
        subjectKind: z.enum(SUBJECT_KINDS),
        subject: z.string(),
        reason: z.string(),
        note: z.string().nullable(),
      }),
    )
    .readonly(),
  /** For the next page; null on the last. */
  next: z.number().nullable(),
});
export type AuditView = z.output<typeof auditView>;

export const auditReportView = z.object({
  lines: z.number(),
  months: z.number(),
  removed: z.number(),
  heads: z.number(),
  last: z.number(),
  fault: z.string().nullable().meta({ description: 'The first thing that is wrong, as a sentence.' }),
});
export type AuditReportView = z.output<typeof auditReportView>;
