import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { FlaggedAd } from '#db/import/check-ads.ts';
import type { ImportJob } from '#db/import/import-job.ts';
import { writeEmployers, writeJobs, writePlacesAndContacts } from '#db/repositories/import-statements.ts';
import { endWaitingOfStopped, waitingStatements } from '#db/repositories/import-waiting.ts';
import { newId } from '#worker/kernel/random.ts';
import { removedAdText } from '#worker/moderation/model/removed-ad.ts';

export interface ImportSource {
  readonly id: string;
  readonly datesMovedDays: number;
}

export interface Stored {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of those new or changed: kept from the public until a moderator has looked. */
  readonly waiting: number;
}

export interface Missing {
  /** Ads of the source that are public, before anything is stopped. */
  readonly published: number;
  /** Those that this import did not carry. */
  readonly missing: number;
}

/** What an import reads and writes. `now` is one moment for the whole import: what it carried bears it. */
export function importJobsRepository(db: Database) {
  return {
    findSource: (name: string) => findSource(db, name),
    openSource: (source: { readonly name: string; readonly now: number; readonly movedDays: number }) => openSource(db, source),
    store: (batch: Batch) => store(db, batch),
    carry: (keys: readonly string[], at: Moment) => carry(db, keys, at),
    missing: (at: Moment) => missing(db, at),
    stopMissing: (at: Moment) => stopMissing(db, at),
  };
}

export interface Moment {
  readonly sourceId: string;
  readonly now: number;
}

export interface Batch extends Moment {
  readonly jobs: readonly ImportJob[];
  /** Those of them in which checks found something. */
  readonly flagged: readonly FlaggedAd[];
}

async function findSource(db: Database, name: string): Promise<ImportSource | null> {
  const [row] = await db.all<ImportSource>(sql`select id, dates_moved_days as "datesMovedDays" from sources where name = ${name}`);
  return row ?? null;
}

/** The source of this name; its first import decides by how many days its dates move. */
async function openSource(db: Database, { name, now, movedDays }: { name: string; now: number; movedDays: number }): Promise<ImportSource> {
  const [row] = await db.all<ImportSource>(sql`
    insert into sources (id, name, first_imported_at, last_imported_at, dates_moved_days)
    values (${newId()}, ${name}, ${now}, ${now}, ${movedDays})
    on conflict (name) do update set last_imported_at = excluded.last_imported_at
    returning id, dates_moved_days as "datesMovedDays"`);
  if (!row) throw new Error('The database did not answer with the source.');
  return row;
}

/** Writes about 500 ads in one round trip. An ad whose content is as it was is only noted as carried. */
async function store(db: Database, batch: Batch): Promise<Stored> {
  const jobs = await withoutRemoved(db, batch);
  if (jobs.length === 0) return { created: 0, changed: 0, unchanged: batch.jobs.length, waiting: 0 };
  const hashed = jobs.map((job) => ({ ...job, id: newId(), hash: contentHash(job) }));
  const [first, ...rest] = writeEmployers(db, { ...batch, jobs: hashed });
  const written = writeJobs(db, { ...batch, jobs: hashed });
  const keys = hashed.map(({ key }) => key);
  const statements = [
    ...rest,
    written,
    ...writePlacesAndContacts(db, { ...batch, jobs: hashed }),
    carry(db, keys, batch),
    ...waitingStatements(db, { ...batch, keys }),
  ];
  const results = await db.batch([first, ...statements]);
  const rows = rowsOf(results[1 + rest.length]);
  const created = rows.filter(({ isNew }) => isNew === 1).length;
  return { created, changed: rows.length - created, unchanged: batch.jobs.length - rows.length, waiting: rowsOf(results.at(-1)).length };
}

/** Ads that were removed by a decision do not come back, whatever their source carries. */
async function withoutRemoved(db: Database, { sourceId, jobs }: Batch): Promise<readonly ImportJob[]> {
  const rows = await db.all<{ fingerprint: string }>(sql`select fingerprint from removed_ads`);
  if (rows.length === 0) return jobs;
  const removed = new Set(rows.map(({ fingerprint }) => fingerprint));
  return jobs.filter(
    ({ key }) =>
      !removed.has(
        createHash('sha256')
          .update(removedAdText({ id: sourceId, key }))
          .digest('hex'),
      ),
  );
}

/** Safe: the statement that writes ads returns exactly this, and of other statements the rows are only counted. */
function rowsOf(result: unknown): readonly { readonly isNew: number }[] {
  return result as readonly { isNew: number }[];
}

/** Notes that the source carries these ads: no change of an ad. */
function carry(db: Database, keys: readonly string[], { sourceId, now }: Moment) {
  return db.run(sql`
    update jobs set carried_at = ${now}
    where source_id = ${sourceId} and source_key in (select value from json_each(${JSON.stringify(keys)})) and carried_at is not ${now}`);
}

async function missing(db: Database, { sourceId, now }: Moment): Promise<Missing> {
  const [row] = await db.all<Missing>(sql`
    select count(*) as published, coalesce(sum(carried_at < ${now}), 0) as missing
    from jobs where source_id = ${sourceId} and status = 'published' and public_until > ${now}`);
  return row ?? { published: 0, missing: 0 };
}

/** Stops what this import did not carry. Its content hash goes: carried again, it counts as changed and is published again. */
async function stopMissing(db: Database, { sourceId, now }: Moment): Promise<number> {
  const stop = db.all(sql`
    update jobs set status = 'stopped', stopped_at = ${now}, updated_at = ${now}, content_hash = null
    where source_id = ${sourceId} and status = 'published' and public_until > ${now} and carried_at < ${now} returning seq`);
  const [rows] = await db.batch([stop, endWaitingOfStopped(db, { sourceId, now })]);
  return rows.length;
}

/** Covers all that the import says of an ad but the day of posting, which many feeds renew: an ad's day stays as it first was. */
function contentHash({ postedAt: _, ...content }: ImportJob): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
