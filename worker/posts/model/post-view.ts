import { z } from 'zod';
import { JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { comparedField } from '#worker/moderation/model/compared-field.ts';
import { POST_STATES } from '#worker/posts/model/post-state.ts';

/** What an author can do with a post at that moment. */
export const AUTHOR_ACTS = ['save', 'submit', 'withdraw', 'stop', 'resume', 'relist', 'copy', 'answer', 'delete'] as const;
export type AuthorAct = (typeof AUTHOR_ACTS)[number];

const time = z.string().meta({ format: 'date-time' });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const id = z.string().meta({ description: 'Of the post, and of its ad' });

const outline = {
  id,
  kind: z.enum(JOB_KINDS),
  state: z.enum(POST_STATES),
  stateSince: time,
  title: z.string().meta({ description: 'As it is being written; empty where it has none yet' }),
  employer: z.object({ id: z.string(), name: z.string(), suspended: z.boolean() }).nullable(),
  guest: z.boolean().meta({ description: 'Of somebody without an account' }),
  hasDraft: z.boolean().meta({ description: 'Something was written that has not been handed in' }),
  hasWaiting: z.boolean().meta({ description: 'A moderator has not decided yet' }),
  question: z
    .object({ text: z.string(), askedAt: time.nullable() })
    .nullable()
    .meta({ description: 'Of a moderator; askedAt is null once it was answered' }),
  publicUrl: z.string().nullable().meta({ description: 'Of its ad, while it is public' }),
  postedAt: time.nullable(),
  publicFrom: time.nullable(),
  endsAt: time.nullable().meta({ description: 'When it leaves the public by itself' }),
  goneAt: time.nullable().meta({ description: 'When what is over is deleted' }),
  withheld: z.object({ why: z.enum(['waiting', 'frozen', 'removed']), since: time, endsAt: time.nullable() }).nullable(),
  deadLink: z
    .string()
    .nullable()
    .meta({ description: 'An outside link of its ad that led nowhere when it was last looked at, and before' }),
  updatedAt: time,
  acts: list(z.enum(AUTHOR_ACTS)),
};

/** A post as a line of a list. */
export const postOutline = z.object(outline).meta({ id: 'PostOutline' });
export type PostOutline = Readonly<z.infer<typeof postOutline>>;

/** A post as its author sees it. */
export const postView = z
  .object({
    ...outline,
    version: z.int().meta({ description: 'Name it when saving or handing in: somebody else may have saved meanwhile' }),
    fields: z.record(z.string(), z.union([z.string(), list(z.string())])),
    whyRejected: z.string().nullable().meta({ description: 'What its author was told, where what was handed in last was rejected' }),
    changedForYou: list(comparedField).meta({
      description: 'What a moderator changed in the version that was approved last: its author’s words beside ours',
    }),
  })
  .meta({ id: 'Post' });
export type PostView = Readonly<z.infer<typeof postView>>;

export const postLogView = z.object({
  lines: list(
    z.object({
      at: time,
      by: z.enum(['author', 'guest', 'moderator', 'board', 'time']),
      what: z.string(),
      from: z.enum(POST_STATES).nullable(),
      to: z.enum(POST_STATES),
      why: z.string().nullable(),
    }),
  ),
});
export type PostLogView = Readonly<z.infer<typeof postLogView>>;
