import { z } from 'zod';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { NOTICE_GROUND_IDS, noticeGround } from '#worker/moderation/model/notice-grounds.ts';

const LONGEST_EXPLANATION = 5000;
const LONGEST_NAME = 200;

const NO_ADDRESS = 'Give an e-mail address, such as name@example.org: the law asks for it, and the answer goes there.';
const NO_NAME = 'Give your name: the law asks for it. The author of the ad does not learn it.';
const FIRST_WORDS = 3;

/** A report that an ad is unlawful, with what the law asks for (DSA 16(2)). */
export const noticeInput = z
  .strictObject({
    ground: z.enum(NOTICE_GROUND_IDS, { error: 'Choose what is wrong with the ad.' }),
    explanation: z
      .string({ error: 'Say what is wrong, and where.' })
      .trim()
      .max(LONGEST_EXPLANATION, `Keep it under ${LONGEST_EXPLANATION} characters, please.`)
      .refine((text) => text.split(/\s+/).length >= FIRST_WORDS, 'Say in a sentence what is wrong, and where in the ad it stands.'),
    /** Empty where the ground needs none. */
    name: z.string().trim().max(LONGEST_NAME, `Keep it under ${LONGEST_NAME} characters, please.`).default(''),
    email: z.string().trim().max(320, NO_ADDRESS).default(''),
    goodFaith: z.literal(true, { error: 'Confirm that you believe what you report to be true.' }),
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
