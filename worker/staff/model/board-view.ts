import { z } from 'zod';
import { CASE_KINDS } from '#worker/moderation/model/case-kinds.ts';

const MAIL_STATES = ['waiting', 'sent', 'dead', 'held', 'expired'] as const;

const time = z.string().meta({ description: 'ISO 8601, UTC.' });

const waiting = z.object({ kind: z.enum(CASE_KINDS), count: z.number(), since: time });

export const enginesView = z.object({
  engines: z
    .array(
      z.object({
        name: z.string(),
        /** Changes that it has still to take. */
        waiting: z.number(),
        since: time.nullable(),
        trouble: z.string().nullable(),
        isFilled: z.boolean(),
      }),
    )
    .readonly(),
});
export type EnginesView = z.output<typeof enginesView>;

export const repairsView = z.object({
  repairs: z.array(z.object({ engine: z.string(), missing: z.number(), ghosts: z.number(), trouble: z.string().nullable() })).readonly(),
});
export type RepairsView = z.output<typeof repairsView>;

/** `late`: it should have ended by now, and did not. */
export const TASK_STATES = ['done', 'running', 'unfinished', 'late'] as const;

export const tasksView = z.object({
  tasks: z
    .array(
      z.object({
        name: z.string(),
        state: z.enum(TASK_STATES),
        startedAt: time,
        doneAt: time.nullable(),
        outcome: z.string().nullable(),
      }),
    )
    .readonly(),
  /** What retention has deleted, rule by rule, and how old the oldest is that it has left. */
  retention: z
    .array(
      z.object({
        rule: z.string(),
        finishedAt: time.nullable(),
        found: z.number(),
        deleted: z.number(),
        deletedSince: z.number(),
        oldestLeft: time.nullable(),
      }),
    )
    .readonly(),
});
export type TasksView = z.output<typeof tasksView>;

/** What the import command says of its last run, kept under the source's name. */
export const importRun = z.object({
  at: z.number(),
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  refused: z.number(),
  /** By the field that was wrong, the most first; empty for runs that did not note it. */
  refusedFor: z
    .array(z.object({ field: z.string(), count: z.number() }))
    .readonly()
    .default([]),
  waiting: z.number(),
  isComplete: z.boolean(),
  stopping: z.enum(['not-asked', 'stopped', 'no-end', 'too-many']),
});
export type ImportRun = z.output<typeof importRun>;

export const importUnfinished = z.object({
  /** The source as it was named, else the file. */
  name: z.string(),
  at: z.number(),
  /** Null where it still runs, or broke off without a word. */
  why: z.string().nullable(),
});
export type ImportUnfinished = z.output<typeof importUnfinished>;

export const importsView = z.object({
  /** Imports that began and did not end well, the newest first. */
  unfinished: z.array(importUnfinished).readonly(),
  sources: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        firstImportedAt: time,
        lastImportedAt: time,
        published: z.number(),
        stopped: z.number(),
        waiting: z.number(),
        deadLinks: z.number(),
        lastRun: importRun.nullable(),
      }),
    )
    .readonly(),
});
export type ImportsView = z.output<typeof importsView>;

export const mailView = z.object({
  counts: z.array(z.object({ kind: z.string(), state: z.enum(MAIL_STATES), count: z.number() })).readonly(),
  waitingSince: time.nullable(),
  inTrouble: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        state: z.enum(MAIL_STATES),
        masked: z.string(),
        createdAt: time,
        tries: z.number(),
        trouble: z.string().nullable(),
      }),
    )
    .readonly(),
  suppressed: z.number(),
});
export type MailView = z.output<typeof mailView>;

export const overviewView = z.object({
  waiting: z.array(waiting).readonly(),
  counts: z.object({
    openAds: z.number(),
    accounts: z.number(),
    staff: z.number(),
    suspendedEmployers: z.number(),
    frozen: z.number(),
  }),
  mail: z.object({ waitingSince: time.nullable(), inTrouble: z.number() }),
  tasks: z.object({ late: z.array(z.string()).readonly(), unfinished: z.array(z.string()).readonly() }),
  engines: enginesView.shape.engines,
  auditLines: z.number(),
});
export type OverviewView = z.output<typeof overviewView>;
