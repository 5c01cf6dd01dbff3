import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { retentionRuns } from '#db/schema/tables.ts';

/** A run of a rule: every run of a day adds to that day's row. */
export interface RetentionRun {
  readonly rule: string;
  /** The day, counted from 1970. */
  readonly slot: number;
}

export type RetentionRunsRepository = ReturnType<typeof retentionRunsRepository>;

/** The evidence that retention rules were carried out. */
export function retentionRunsRepository(db: Database) {
  return {
    /** Opens the day's row, or opens it again. Its span begins where that of the run before ended. */
    async begin({ rule, slot }: RetentionRun, now: number): Promise<void> {
      const spanFrom = sql<number>`coalesce((select max(span_until) from retention_runs where rule = ${rule} and slot < ${slot}), 0)`;
      await db
        .insert(retentionRuns)
        .values({ rule, slot, startedAt: now, spanFrom, spanUntil: now })
        .onConflictDoUpdate({
          target: [retentionRuns.rule, retentionRuns.slot],
          set: { finishedAt: null, spanUntil: sql`max(${retentionRuns.spanUntil}, excluded.span_until)` },
        });
    },

    /** Notes how much was found whose period has ended, beside what earlier runs of the day have deleted. */
    async found(run: RetentionRun, due: number): Promise<void> {
      await db
        .update(retentionRuns)
        .set({ counted: sql`${retentionRuns.deleted} + ${due}` })
        .where(is(run));
    },

    /** For what is deleted elsewhere than in this database. */
    async addDeleted(run: RetentionRun, deleted: number): Promise<void> {
      await db
        .update(retentionRuns)
        .set({ deleted: sql`${retentionRuns.deleted} + ${deleted}` })
        .where(is(run));
    },

    async finish(run: RetentionRun, { oldestLeft, now }: { readonly oldestLeft: number | null; readonly now: number }): Promise<void> {
      await db.update(retentionRuns).set({ finishedAt: now, oldestLeft }).where(is(run));
    },
  };
}

/** Right after a deletion and in its batch: adds the number of rows that it took, so that the evidence says neither more nor less. */
export function noteDeleted({ rule, slot }: RetentionRun): SQL {
  return sql`update retention_runs set deleted = deleted + changes() where rule = ${rule} and slot = ${slot}`;
}

function is({ rule, slot }: RetentionRun): SQL | undefined {
  return and(eq(retentionRuns.rule, rule), eq(retentionRuns.slot, slot));
}
