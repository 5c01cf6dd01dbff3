import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { jobContacts, jobPlaces, jobs } from '#db/schema/tables.ts';

/** An ad to be published, with its places and the contacts that stay private, each in order. */
export interface NewJob extends Omit<typeof jobs.$inferInsert, 'seq' | 'status' | 'stoppedAt'> {
  readonly places: readonly Omit<typeof jobPlaces.$inferInsert, 'jobSeq' | 'position'>[];
  readonly contacts: readonly Omit<typeof jobContacts.$inferInsert, 'jobSeq' | 'position'>[];
}

/** Changes of ads. The search index follows by itself, through triggers. */
export function jobWrites(db: Database) {
  return {
    publish: (newJobs: readonly NewJob[]) => publish(db, newJobs),
    stop: (ids: readonly string[], now: number) => stop(db, ids, now),
  };
}

/** Some servers take no more than 1 000 values in one statement; the widest row has 31. */
const ROWS_A_STATEMENT = 30;

async function publish(db: Database, newJobs: readonly NewJob[]): Promise<void> {
  const rows = newJobs.map(({ places: _places, contacts: _contacts, ...job }) => ({ ...job, status: 'published' as const }));
  const places = newJobs.flatMap((job) => job.places.map((place, position) => ({ ...place, position, jobSeq: seqOf(job.id) })));
  const contacts = newJobs.flatMap((job) => job.contacts.map((contact, position) => ({ ...contact, position, jobSeq: seqOf(job.id) })));
  await runBatch(db, [
    ...inParts(rows, (part) => db.insert(jobs).values(part)),
    ...inParts(places, (part) => db.insert(jobPlaces).values(part)),
    ...inParts(contacts, (part) => db.insert(jobContacts).values(part)),
  ]);
}

function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => BatchItem<'sqlite'>): readonly BatchItem<'sqlite'>[] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, part) => part * ROWS_A_STATEMENT);
  return starts.map((start) => insert(rows.slice(start, start + ROWS_A_STATEMENT)));
}

function seqOf(id: string): SQL {
  return sql`(select ${jobs.seq} from ${jobs} where ${jobs.id} = ${id})`;
}

/** Takes ads out of the public at once. Answers the ids of those that were published until now. */
async function stop(db: Database, ids: readonly string[], now: number): Promise<readonly string[]> {
  const stopped = await db
    .update(jobs)
    .set({ status: 'stopped', stoppedAt: now, updatedAt: now })
    .where(and(eq(jobs.status, 'published'), sql`${jobs.id} in (select value from json_each(${JSON.stringify(ids)}))`))
    .returning({ id: jobs.id });
  return stopped.map(({ id }) => id);
}
