import { z } from 'zod';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { NOTICE_OUTCOMES } from '#worker/moderation/model/notice-outcomes.ts';
import { STAFF_REASON_IDS } from '#worker/moderation/model/staff-reason.ts';
import type { StatementGround } from '#worker/moderation/model/statement.ts';
import { isPostRule } from '#worker/posts/model/post-rules.ts';

const LONGEST = 2000;
const LONGEST_LAW = 500;

/** Free words of staff leave the board: to authors, reporters and the EU's database. */
const spoken = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(LONGEST, `Keep it under ${LONGEST} characters, please.`)
    .refine((text) => findContacts(text).length === 0, 'Leave addresses and numbers out: this text is published without anybody’s data.');

const ground = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('law'),
    law: z.string().trim().min(1, 'Name the law.').max(LONGEST_LAW, `Keep it under ${LONGEST_LAW} characters, please.`),
  }),
  z.strictObject({
    is: z.literal('rules'),
    rules: z
      .array(z.string().refine(isPostRule, 'There is no such rule: choose from the list.'))
      .min(1, 'Choose the rule that was broken.')
      .max(10, 'Ten rules are enough.')
      .readonly(),
  }),
]);

/** Why something is restricted: a law or rules of the board, and in words. */
export const reasons = z.strictObject({
  ground,
  explanation: spoken('Say why: the author reads it, and can object.'),
});
export type Reasons = z.output<typeof reasons>;

/** As a statement of reasons takes it. */
export function statementGround({ ground: given }: Pick<Reasons, 'ground'>): StatementGround {
  return given.is === 'law' ? { law: given.law } : { rules: given.rules };
}

/** Why something is taken back, for those whom it restricted. */
export const takenBackWhy = spoken('Say what has changed: whoever was restricted reads it.');

const reason = z.enum(STAFF_REASON_IDS, { error: 'Choose why you do this: it stands in the log.' });

export const restrictionInput = z.strictObject({ reason, reasons });

/** Ending a freeze, or restoring: what the author is told. */
export const reversalInput = z.strictObject({ reason, why: spoken('Say what has changed: the author reads it.') });

/** What becomes of a report. */
export const noticeDecision = z
  .strictObject({
    outcome: z.enum(NOTICE_OUTCOMES, { error: 'Choose what becomes of the report.' }),
    answer: spoken('Write an answer: whoever reported it reads it.'),
    /** Where the ad is restricted. */
    reasons: reasons.optional(),
  })
  .refine(({ outcome, reasons: given }) => outcome !== 'restricted' || given !== undefined, {
    path: ['reasons'],
    message: 'Say which law or rule the ad breaks, and why.',
  });
export type NoticeDecision = z.output<typeof noticeDecision>;

/** What becomes of an objection. For a reporter who was right, the reasons for removing the ad. */
export const appealDecision = z.strictObject({
  outcome: z.enum(['reversed', 'upheld'], { error: 'Choose what becomes of the objection.' }),
  answer: spoken('Write an answer: whoever objects reads it.'),
  reasons: reasons.optional(),
});
export type AppealDecision = z.output<typeof appealDecision>;
