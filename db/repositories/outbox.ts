import { and, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type EngineName, type Reached, readPending } from '#db/repositories/outbox-pending.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { jobs, searchCursors, searchOutbox } from '#db/schema/tables.ts';

/** Who feeds an engine, until when nobody else may. */
export interface Lease {
  readonly engine: EngineName;
  /** A random id of this run. */
  readonly owner: string;
}

export type OutboxRepository = ReturnType<typeof outboxRepository>;

/** What the search engines still have to look at. Replays are harmless: an engine always takes the row as it is now. */
export function outboxRepository(db: Database) {
  return {
    lease: (lease: Lease, time: { readonly now: number; readonly until: number }) => takeLease(db, lease, time),
    release: (lease: Lease) => release(db, lease),
    appendDue: (engine: EngineName, now: number) => appendDue(db, engine, now),
    pending: (engine: EngineName, options: { readonly now: number; readonly limit: number }) => readPending(db, engine, options),
    advance: (lease: Lease, reached: Reached) => advance(db, lease, reached),
    note: (lease: Lease, trouble: string | null) => note(db, lease, trouble),
    trim: (engines: readonly EngineName[], now: number) => trim(db, engines, now),
    waiting: (engine: EngineName) => waiting(db, engine),
    isFilled: (engine: EngineName) => isFilled(db, engine),
  };
}

/** Settled in one statement; also prolongs one's own lease. Makes the cursor of a new engine. False while another holds it. */
async function takeLease(
  db: Database,
  { engine, owner }: Lease,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<boolean> {
  const taken = await db
    .insert(searchCursors)
    .values({ engine, leaseOwner: owner, leaseUntil: until })
    .onConflictDoUpdate({
      target: searchCursors.engine,
      set: { leaseOwner: owner, leaseUntil: until },
      setWhere: sql`${searchCursors.leaseUntil} <= ${now} or ${searchCursors.leaseOwner} = ${owner}`,
    })
    .returning({ engine: searchCursors.engine });
  return taken.length > 0;
}

async function release(db: Database, lease: Lease): Promise<void> {
  await db.update(searchCursors).set({ leaseOwner: null, leaseUntil: 0 }).where(held(lease));
}

function held({ engine, owner }: Lease): SQL | undefined {
  return and(eq(searchCursors.engine, engine), eq(searchCursors.leaseOwner, owner));
}

/**
 * Appends the ads that only time began or ended since this was last done for the engine; for a new engine, every ad.
 * An ad that was public when it was last written needs no second row: its own change left one.
 */
async function appendDue(db: Database, engine: EngineName, now: number): Promise<void> {
  const reached = sql`(select time_reached from search_cursors where engine = ${engine})`;
  const due = sql`
    select seq from jobs where status = 'published' and public_from > ${reached} and public_from <= ${now} and (public_from > updated_at or ${reached} = 0)
    union select seq from jobs where status = 'published' and public_until > ${reached} and public_until <= ${now}`;
  await runBatch(db, [
    db.delete(searchOutbox).where(sql`${searchOutbox.kind} = 'job' and ${searchOutbox.entitySeq} in (${due})`),
    db.run(sql`
      insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at)
      select 'job', seq, id, public_until <= ${now}, ${now} from ${jobs} where seq in (${due}) order by seq`),
    db
      .update(searchCursors)
      .set({ timeReached: now })
      .where(and(eq(searchCursors.engine, engine), lte(searchCursors.timeReached, now))),
  ]);
}

/** False when the lease was lost meanwhile: then nothing moved. */
async function advance(db: Database, lease: Lease, { seq, erasedSeq }: Reached): Promise<boolean> {
  const moved = await db
    .update(searchCursors)
    .set({ seq, erasedSeq, trouble: null })
    .where(held(lease))
    .returning({ engine: searchCursors.engine });
  return moved.length > 0;
}

/** Keeps a short reason why the engine could not be fed, for the operator. */
async function note(db: Database, lease: Lease, trouble: string | null): Promise<void> {
  await db.update(searchCursors).set({ trouble }).where(held(lease));
}

/** An engine that nobody has fed for so long is no longer the board's. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;

/**
 * Forgets what every configured engine has passed; nothing while one of them has not begun. Programs may know of different engines:
 * one that another program fed lately counts, too.
 */
async function trim(db: Database, engines: readonly EngineName[], now: number): Promise<void> {
  const configured = inArray(searchCursors.engine, [...engines]);
  const counts = or(configured, gte(searchCursors.timeReached, now - FORGOTTEN_AFTER_MS));
  const begun = sql`(select count(*) from ${searchCursors} where ${configured}) = ${engines.length}`;
  const slowest = sql`(select case when ${begun} then min(seq) else 0 end from ${searchCursors} where ${counts})`;
  await db.delete(searchOutbox).where(lte(searchOutbox.seq, slowest));
}

/** How much an engine has still to look at, since when, and what keeps it. */
async function waiting(
  db: Database,
  engine: EngineName,
): Promise<{ readonly count: number; readonly since: number | null; readonly trouble: string | null }> {
  const cursor = sql`coalesce((select seq from search_cursors where engine = ${engine}), 0)`;
  const [row] = await db.all<{ count: number; since: number | null; trouble: string | null }>(sql`
    select count(*) as count, min(enqueued_at) as since, (select trouble from search_cursors where engine = ${engine}) as trouble
    from search_outbox where seq > ${cursor}`);
  return row ?? { count: 0, since: null, trouble: null };
}

/** More than an engine is behind in the worst minute of a busy board, and less than a board worth filling. */
const FAR_BEHIND = 1000;

/** Whether an engine has all of the board but the latest changes; one that has taken nothing yet must have nothing to take. */
async function isFilled(db: Database, engine: EngineName): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from search_cursors where engine = ${engine} and time_reached > 0 and iif(seq > 0, ${FAR_BEHIND}, 1) >
      (select count(*) from (select 1 from search_outbox where search_outbox.seq > search_cursors.seq limit ${FAR_BEHIND}))`);
  return rows.length > 0;
}
