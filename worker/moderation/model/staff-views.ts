import { z } from 'zod';
import { JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { comparedField } from '#worker/moderation/model/compared-field.ts';
import { RESTRICTIONS_TOLD } from '#worker/moderation/model/statement.ts';

/** ISO 8601. */
const moment = z.string();

/** A decision in the history of an ad. */
const earlier = z.object({
  id: z.string(),
  restriction: z.enum(RESTRICTIONS_TOLD),
  appliedAt: moment,
  reversedAt: moment.nullable(),
  explanation: z.string(),
});

/** An ad as those who decide see it, public or not; contacts are taken out of it. */
export const staffAd = z.object({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  title: z.string(),
  descriptionHtml: z.string(),
  language: z.string(),
  employer: z.object({ name: z.string() }),
  source: z.string().nullable(),
  /** Its page; null where it is not public. */
  path: z.string().nullable(),
  state: z.enum(['public', 'over', 'waiting', 'frozen', 'removed']),
  /** Until when it is frozen at the latest. */
  endsAt: moment.nullable(),
  /** It is public, was frozen before, and nothing new was said or found since: it cannot be frozen again. */
  wasFrozen: z.boolean(),
  /** Written by whoever looks, or of an employer that they work for: somebody else decides. */
  isOwn: z.boolean(),
  decisions: z.array(earlier).readonly(),
});
export type StaffAd = z.output<typeof staffAd>;

/** A report as those who decide see it: who sent it stands behind an act of its own. */
export const staffNotice = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  ground: z.object({ id: z.string(), name: z.string() }),
  explanation: z.string().nullable(),
  danger: z.boolean(),
  receivedAt: moment,
  decidedAt: moment.nullable(),
  outcome: z.enum(['restricted', 'kept', 'already-gone', 'abusive']).nullable(),
  answer: z.string().nullable(),
  /** Other reports of the same ad that wait. */
  others: z.number(),
  /** Null where the ad is gone. */
  ad: staffAd.nullable(),
});
export type StaffNotice = z.output<typeof staffNotice>;

export const notifierView = z.object({ name: z.string().nullable(), email: z.string().nullable() });
export type NotifierView = z.output<typeof notifierView>;

export const dangerDraft = z.object({ draft: z.string() });

/** An objection with what it is about. */
export const staffAppeal = z.object({
  id: z.string(),
  jobId: z.string().nullable(),
  title: z.string(),
  by: z.enum(['author', 'notifier']),
  reasons: z.string().nullable(),
  madeAt: moment,
  decidedAt: moment.nullable(),
  outcome: z.enum(['reversed', 'upheld']).nullable(),
  answer: z.string().nullable(),
  /** The decision that is objected to. */
  statement: earlier.extend({ rules: z.array(z.string()).readonly(), law: z.string().nullable() }).nullable(),
  /** Where that changed words: what stood there beside what stands there; empty once the ad is gone. */
  changes: z.array(comparedField).readonly(),
  /** Or the answer to a report. */
  notice: z
    .object({ id: z.string(), outcome: z.string().nullable(), answer: z.string().nullable(), explanation: z.string().nullable() })
    .nullable(),
  /** Whether whoever looks decided the first time, and whether nobody else is there. */
  isFirst: z.boolean(),
  isAlone: z.boolean(),
  ad: staffAd.nullable(),
});
export type StaffAppeal = z.output<typeof staffAppeal>;

/** The words of a sealed copy. */
export const caseFileView = z.object({
  files: z.array(z.object({ takenAt: moment, title: z.string(), description: z.string() })).readonly(),
});
export type CaseFileView = z.output<typeof caseFileView>;

export const statementLines = z.object({
  statements: z
    .array(
      z.object({
        id: z.string(),
        jobId: z.string().nullable(),
        title: z.string(),
        restriction: z.enum(RESTRICTIONS_TOLD),
        appliedAt: moment,
        reversedAt: moment.nullable(),
        noticed: z.boolean(),
      }),
    )
    .readonly(),
  /** The day of the oldest that there is; null without any. */
  since: z.string().nullable(),
});
export type StatementLines = z.output<typeof statementLines>;

export const euExport = z.object({
  statements: z.array(z.record(z.string(), z.unknown())).readonly(),
  /** Those that hold somebody's data, and stay here. */
  refused: z.array(z.object({ id: z.string(), field: z.string() })).readonly(),
});
