import { z } from 'zod';
import { CASE_KINDS } from '#worker/moderation/model/case-kinds.ts';
import { FLAG_IDS } from '#worker/moderation/model/flags.ts';

const kind = z.enum(CASE_KINDS);

const queued = z.object({
  id: z.string(),
  kind,
  title: z.string().describe('The ad’s title, or the employer’s name.'),
  subjectId: z.string().nullable().describe('Of the notice, objection, change or claim.'),
  employer: z.string().nullable(),
  flags: z.array(z.enum(FLAG_IDS)).readonly(),
  openedAt: z.iso.datetime(),
  asked: z.boolean().describe('A question waits for its author.'),
  answered: z.boolean().describe('Its author has answered.'),
  isOwn: z.boolean().describe('About a post or employer of whoever asks: somebody else decides on it.'),
});

export const queueView = z.object({
  counts: z.array(z.object({ kind, count: z.int(), oldestAt: z.iso.datetime() })).readonly(),
  cases: z.array(queued).readonly(),
  next: z.string().nullable().describe('The parameter `after` of the next page; null on the last.'),
});
export type QueueView = z.output<typeof queueView>;
export type QueuedView = QueueView['cases'][number];
