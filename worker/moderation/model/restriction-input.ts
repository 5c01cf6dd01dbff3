import { z } from 'zod';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { NOTICE_OUTCOMES } from '#worker/moderation/model/notice-outcomes.ts';
import { STAFF_REASON_IDS } from '#worker/moderation/model/staff-reason.ts';
import type { StatementGround } from '#worker/moderation/model/statement.ts';
import { LONGEST_LAW, LONGEST_WORDS, MOST_RULES } from '#worker/moderation/model/word-limits.ts';
import { isPostRule } from '#worker/posts/model/post-rules.ts';

/** Free words of staff leave the board: to authors, reporters and the EU's database. */
const spoken = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(LONGEST_WORDS, 'moderation.words-long')
    .refine((text) => findContacts(text).length === 0, 'moderation.contacts-out');

const ground = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('law'),
    law: z.string().trim().min(1, 'moderation.law').max(LONGEST_LAW, 'moderation.law-long'),
  }),
  z.strictObject({
    is: z.literal('rules'),
    rules: z
      .array(z.string().refine(isPostRule, 'moderation.no-rule'))
      .min(1, 'moderation.rule-or-law')
      .max(MOST_RULES, 'moderation.rules-many')
      .readonly(),
  }),
]);

/** Why something is restricted: a law or rules of the board, and in words. */
export const reasons = z.strictObject({
  ground,
  explanation: spoken('moderation.explanation'),
});
export type Reasons = z.output<typeof reasons>;

/** As a statement of reasons takes it. */
export function statementGround({ ground: given }: Pick<Reasons, 'ground'>): StatementGround {
  return given.is === 'law' ? { law: given.law } : { rules: given.rules };
}

/** Why something is taken back, for those whom it restricted. */
export const takenBackWhy = spoken('moderation.taken-back-why');

const reason = z.enum(STAFF_REASON_IDS, { error: 'moderation.reason' });

export const restrictionInput = z.strictObject({ reason, reasons });

/** Ending a freeze, or restoring: what the author is told. */
export const reversalInput = z.strictObject({ reason, why: spoken('moderation.reversal-why') });

/** What becomes of a report. */
export const noticeDecision = z
  .strictObject({
    outcome: z.enum(NOTICE_OUTCOMES, { error: 'moderation.report-outcome' }),
    answer: spoken('moderation.report-answer'),
    /** Where the ad is restricted. */
    reasons: reasons.optional(),
  })
  .refine(({ outcome, reasons: given }) => outcome !== 'restricted' || given !== undefined, {
    path: ['reasons'],
    message: 'moderation.ground',
  });
export type NoticeDecision = z.output<typeof noticeDecision>;

/** What becomes of an objection. For a reporter who was right, the reasons for removing the ad. */
export const appealDecision = z.strictObject({
  outcome: z.enum(['reversed', 'upheld'], { error: 'moderation.objection-outcome' }),
  answer: spoken('moderation.objection-answer'),
  reasons: reasons.optional(),
});
export type AppealDecision = z.output<typeof appealDecision>;
