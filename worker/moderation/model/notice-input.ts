import { z } from 'zod';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { NOTICE_GROUND_IDS, noticeGround } from '#worker/moderation/model/notice-grounds.ts';
import { LONGEST_EXPLANATION, LONGEST_NOTIFIER_NAME } from '#worker/moderation/model/word-limits.ts';

const NO_ADDRESS = 'reports.email';
const NO_NAME = 'reports.name';
const FIRST_WORDS = 3;

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
  .check((context) => {
    const { ground, name, email } = context.value;
    const named = noticeGround(ground)?.nameless !== true;
    const problem = (path: string, message: string) => context.issues.push({ code: 'custom', input: context.value, path: [path], message });
    if (named && name === '') problem('name', NO_NAME);
    if (email === '' ? named : readEmailAddress(email) === null) problem('email', NO_ADDRESS);
  });
export type NoticeInput = z.output<typeof noticeInput>;
