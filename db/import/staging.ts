import { DatabaseSync } from 'node:sqlite';
import type { ImportJob } from '#db/import/import-job.ts';
import { mergeDuplicates } from '#db/import/merge-duplicates.ts';

const LARGEST_BATCH = 500;
const LARGEST_BATCH_CHARACTERS = 3_000_000;
const ROWS_A_TRANSACTION = 5_000;

/** Holds a feed's ads on disk until all were read: only then is it known which of them are the same. Gone when closed. */
export interface Staging {
  /** False where an ad of this key is there already and both became one. */
  put(job: ImportJob, preference: number): boolean;
  /** A row that could not be taken over, whose ad the source nevertheless carries. */
  putRefused(key: string): void;
  batches(): Generator<readonly ImportJob[]>;
  refusedKeys(): readonly string[];
  close(): void;
}

export function openStaging(): Staging {
  const db = new DatabaseSync('');
  db.exec(`
    pragma journal_mode = off; pragma synchronous = off;
    create table staged (seq integer primary key, key text not null unique, preference integer not null, body text not null);
    create table refused (key text primary key);
    begin`);
  const find = db.prepare('select preference, body from staged where key = ?');
  const insert = db.prepare('insert into staged (key, preference, body) values (?, ?, ?) on conflict do nothing');
  const update = db.prepare('update staged set preference = ?, body = ? where key = ?');
  const refuse = db.prepare('insert or ignore into refused (key) values (?)');
  let rows = 0;
  return {
    put(job, preference) {
      rows += 1;
      if (rows % ROWS_A_TRANSACTION === 0) db.exec('commit; begin');
      if (insert.run(job.key, preference, JSON.stringify(job)).changes === 1) return true;
      const row = find.get(job.key);
      const known = parseStaged(row?.['body']);
      const isBetter = preference < Number(row?.['preference']);
      const merged = isBetter ? mergeDuplicates(job, known) : mergeDuplicates(known, job);
      update.run(isBetter ? preference : Number(row?.['preference']), JSON.stringify(merged), job.key);
      return false;
    },
    putRefused: (key) => void refuse.run(key),
    batches: () => batches(db),
    refusedKeys: () =>
      db
        .prepare('select key from refused where key not in (select key from staged)')
        .all()
        .map((row) => String(row['key'])),
    close: () => db.close(),
  };
}

function* batches(db: DatabaseSync): Generator<readonly ImportJob[]> {
  let batch: ImportJob[] = [];
  let characters = 0;
  for (const row of db.prepare('select body from staged order by seq').iterate()) {
    batch.push(parseStaged(row['body']));
    characters += String(row['body']).length;
    if (batch.length < LARGEST_BATCH && characters < LARGEST_BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Safe: only `put` writes here, and it writes jobs. */
function parseStaged(body: unknown): ImportJob {
  return JSON.parse(String(body)) as ImportJob;
}
