import { z } from 'zod';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { NOTICE_GROUND_IDS, noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import { LONGEST_EXPLANATION, LONGEST_NOTIFIER_NAME } from '#worker/moderation/model/word-limits.ts';

const NO_ADDRESS = 'reports.email';
const NO_NAME = 'reports.name';
const FIRST_WORDS = 3;

/** Whether a field can be looked at beside whatever else is wrong, so that all of it is told at once. */
function besides(field: 'name' | 'email') {
  return ({ issues }: z.core.ParsePayload) => issues.every(({ path = [] }) => path.length > 0 && path[0] !== field);
}

const mayBeNameless = (ground: string) => noticeGround(ground)?.nameless === true;

/** A report that an ad is unlawful, with what the law asks for (DSA 16(2)). */
export const noticeInput = z
  .strictObject({
    ground: z.enum(NOTICE_GROUND_IDS, { error: 'reports.ground' }),
    explanation: z
      .string({ error: 'reports.explanation' })
      .trim()
      .max(LONGEST_EXPLANATION, 'reports.explanation-long')
      .refine((text) => text.split(/\s+/).length >= FIRST_WORDS, 'reports.explanation'),
    /** Empty where the ground needs none. */
    name: z.string().trim().max(LONGEST_NOTIFIER_NAME, 'reports.name-long').default(''),
    email: z.string().trim().max(320, NO_ADDRESS).default(''),
    goodFaith: z.literal(true, { error: 'reports.good-faith' }),
    /** Somebody’s life or safety is at risk. */
    danger: z.boolean().default(false),
  })
  .refine(({ ground, name }) => mayBeNameless(ground) || name !== '', { path: ['name'], error: NO_NAME, when: besides('name') })
  .refine(({ ground, email }) => (email === '' ? mayBeNameless(ground) : readEmailAddress(email) !== null), {
    path: ['email'],
    error: NO_ADDRESS,
    when: besides('email'),
  });
export type NoticeInput = z.output<typeof noticeInput>;
