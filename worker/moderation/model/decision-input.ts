import { z } from 'zod';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { FLAG_ANSWERS } from '#worker/moderation/model/flags.ts';
import { LONGEST_QUESTION, LONGEST_WORDS, MOST_RULES } from '#worker/moderation/model/word-limits.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { isPostRule } from '#worker/posts/model/post-rules.ts';

const answers = z
  .record(z.string().max(60), z.enum(FLAG_ANSWERS, 'moderation.answer-to-flag'))
  .default({})
  .describe('How flags are to be taken, by their `key`.');

const rules = z
  .array(z.string().refine(isPostRule, 'moderation.no-rule'))
  .min(1, 'moderation.rule')
  .max(MOST_RULES, 'moderation.rules-many');

const note = z
  .string()
  .trim()
  .min(1, 'moderation.note')
  .max(LONGEST_WORDS, 'moderation.words-long')
  .refine((text) => findContacts(text).length === 0, 'moderation.contacts-out');

export const approveInput = z.strictObject({ answers });
export const rejectInput = z.strictObject({ rules, note });
export const askInput = z.strictObject({
  question: z.string().trim().min(1, 'moderation.question').max(LONGEST_QUESTION, 'moderation.question-long'),
});
export const editInput = z.strictObject({
  title: z.string().trim().min(1, 'moderation.title').max(POST_LENGTHS.title, 'moderation.title-long'),
  description: z
    .string()
    .trim()
    .min(POST_LENGTHS.leastDescription, 'moderation.text-short')
    .max(POST_LENGTHS.description, 'moderation.text-long'),
  rules,
  note,
  answers,
});
