import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { taskRuns } from '#db/schema/tables.ts';

/** A task and the number of the interval in which it is due. */
export interface Slot {
  readonly task: string;
  readonly slot: number;
}

export type TaskRunsRepository = ReturnType<typeof taskRunsRepository>;

/** The evidence of scheduled work, and what keeps a slot from running twice. */
export function taskRunsRepository(db: Database) {
  return {
    /** True for the one caller that may run the slot. */
    async begin({ task, slot }: Slot, now: number): Promise<boolean> {
      const begun = await db
        .insert(taskRuns)
        .values({ task, slot, startedAt: now })
        .onConflictDoNothing()
        .returning({ slot: taskRuns.slot });
      return begun.length > 0;
    },

    /** Notes how a slot went, in a few words without anybody's data. */
    async finish({ task, slot }: Slot, { outcome, now }: { readonly outcome: string; readonly now: number }): Promise<void> {
      await db
        .update(taskRuns)
        .set({ finishedAt: now, outcome })
        .where(and(eq(taskRuns.task, task), eq(taskRuns.slot, slot)));
    },

    /** Forgets runs that began before a time; answers how many. */
    async forget(before: number): Promise<number> {
      const forgotten = await db.delete(taskRuns).where(lt(taskRuns.startedAt, before)).returning({ slot: taskRuns.slot });
      return forgotten.length;
    },
  };
}
