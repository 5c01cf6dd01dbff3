import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { searchCursors, searchOutbox } from '#db/schema/tables.ts';

export type EngineName = 'embedded' | 'meilisearch';

/** How far an engine has come: in order, and ahead of it with erasures. */
export interface Reached {
  readonly seq: number;
  readonly erasedSeq: number;
}

export interface Pending {
  /** `jobs.seq` and `jobs.id` of what to look at again; may be empty although `reached` moves. */
  readonly jobs: readonly { readonly seq: number; readonly id: string }[];
  /** The time to look at them: not before any of the changes, by whatever kept clock those were made. */
  readonly asOf: number;
  /** What to hand to `advance` once all of it is in the engine. */
  readonly reached: Reached;
}

/** What to do next: a run of erasures as long as there are any, then everything in order. Null when the engine is up to date. */
export async function readPending(
  db: Database,
  engine: EngineName,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<Pending | null> {
  const passed = sql`coalesce((select seq from search_cursors where engine = ${engine}), 0)`;
  const erased = sql`coalesce((select max(seq, erased_seq) from search_cursors where engine = ${engine}), 0)`;
  const [[at = { seq: 0, erasedSeq: 0 }], erasures, inOrder] = await db.batch([
    db.select({ seq: searchCursors.seq, erasedSeq: searchCursors.erasedSeq }).from(searchCursors).where(eq(searchCursors.engine, engine)),
    inOrderOfSeq(db, limit).where(and(sql`erases = 1`, gt(searchOutbox.seq, erased))),
    inOrderOfSeq(db, limit).where(gt(searchOutbox.seq, passed)),
  ]);
  const lastErasure = erasures.at(-1);
  if (lastErasure !== undefined) return { ...look(erasures, now), reached: { ...at, erasedSeq: lastErasure.seq } };
  const last = inOrder.at(-1);
  if (last === undefined) return null;
  const left = inOrder.filter(({ erases, seq }) => !(erases && seq <= at.erasedSeq));
  return { ...look(left, now), reached: { ...at, seq: last.seq } };
}

function inOrderOfSeq(db: Database, limit: number) {
  return db.select().from(searchOutbox).orderBy(asc(searchOutbox.seq)).limit(limit).$dynamic();
}

/** No clock that is kept at all is further ahead; what a worse one wrote, `reconcile` finds. */
const MOST_AHEAD_MS = 300_000;

function look(rows: readonly (typeof searchOutbox.$inferSelect)[], now: number): Pick<Pending, 'jobs' | 'asOf'> {
  return {
    jobs: rows.map(({ entitySeq, entityId }) => ({ seq: entitySeq, id: entityId })),
    asOf: Math.min(
      now + MOST_AHEAD_MS,
      rows.reduce((latest, { enqueuedAt }) => Math.max(latest, enqueuedAt), now),
    ),
  };
}
