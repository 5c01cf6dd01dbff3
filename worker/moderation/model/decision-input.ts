import { z } from 'zod';
import { findContacts } from '#worker/jobs/model/contacts.ts';
import { FLAG_ANSWERS } from '#worker/moderation/model/flags.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { isPostRule } from '#worker/posts/model/post-rules.ts';

const LONGEST_NOTE = 2000;
const LONGEST_QUESTION = 1000;
const MOST_RULES = 10;

const answers = z
  .record(z.string().max(60), z.enum(FLAG_ANSWERS, 'Choose one of the answers.'))
  .default({})
  .describe('How flags are to be taken, by their `key`.');

const rules = z
  .array(z.string().refine(isPostRule, 'There is no such rule: choose from the list.'))
  .min(1, 'Choose the rule that it breaks; more than one if need be.')
  .max(MOST_RULES);

const note = z
  .string()
  .trim()
  .min(1, 'Say why, in words that help the author. Name nobody.')
  .max(LONGEST_NOTE, `Write at most ${LONGEST_NOTE} characters.`)
  .refine((text) => findContacts(text).length === 0, 'Leave addresses and numbers out: this text is published without anybody’s data.');

export const approveInput = z.strictObject({ answers });
export const rejectInput = z.strictObject({ rules, note });
export const askInput = z.strictObject({
  question: z.string().trim().min(1, 'Write what you want to know.').max(LONGEST_QUESTION, `Write at most ${LONGEST_QUESTION} characters.`),
});
export const editInput = z.strictObject({
  title: z.string().trim().min(1, 'A post needs a title.').max(POST_LENGTHS.title, `Write at most ${POST_LENGTHS.title} characters.`),
  description: z
    .string()
    .trim()
    .min(POST_LENGTHS.leastDescription, `Leave at least ${POST_LENGTHS.leastDescription} characters of text.`)
    .max(POST_LENGTHS.description, `Write at most ${POST_LENGTHS.description} characters.`),
  rules,
  note,
  answers,
});
