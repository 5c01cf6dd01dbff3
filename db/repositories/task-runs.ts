import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { taskRuns } from '#db/schema/tables.ts';

/** A task and the number of the interval in which it is due. */
export interface Slot {
  readonly task: string;
  readonly slot: number;
}

/** How far a slot has come, in a few words without anybody's data. */
export interface Progress {
  readonly outcome: string;
  readonly now: number;
}

export type TaskRunsRepository = ReturnType<typeof taskRunsRepository>;

/** No run takes as long: one that has not ended by then was broken off, and another takes it up. */
const BROKEN_OFF_AFTER_MS = 10 * 60_000;

/** The evidence of scheduled work, and what keeps a slot from running twice. */
export function taskRunsRepository(db: Database) {
  return {
    /** True for the one caller that may run the slot: for the first time, or on from where it was paused or broken off. */
    async begin({ task, slot }: Slot, now: number): Promise<boolean> {
      const begun = await db
        .insert(taskRuns)
        .values({ task, slot, startedAt: now })
        .onConflictDoUpdate({
          target: [taskRuns.task, taskRuns.slot],
          set: { startedAt: now, outcome: null },
          setWhere: sql`${taskRuns.finishedAt} is null and (${taskRuns.outcome} is not null or ${taskRuns.startedAt} <= ${now - BROKEN_OFF_AFTER_MS})`,
        })
        .returning({ slot: taskRuns.slot });
      return begun.length > 0;
    },

    async finish(slot: Slot, { outcome, now }: Progress): Promise<void> {
      await db.update(taskRuns).set({ finishedAt: now, outcome }).where(running(slot));
    },

    /** Leaves a slot to the next tick, which goes on with it. */
    async pause(slot: Slot, outcome: string): Promise<void> {
      await db.update(taskRuns).set({ outcome }).where(running(slot));
    },
  };
}

function running({ task, slot }: Slot): SQL | undefined {
  return and(eq(taskRuns.task, task), eq(taskRuns.slot, slot), isNull(taskRuns.finishedAt));
}
