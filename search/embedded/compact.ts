import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';

export interface Compaction {
  readonly clock: () => number;
  /** When to stop although more is left to do. */
  readonly deadline: number;
}

/** Pages of the index written by one statement: some 40 ms of work. */
const PAGES = 1000;
/** A statement that changes less did nothing but look. */
const LEAST_CHANGES = 2;
/** Words looked up by one statement: some 50 ms of work. */
const WORDS = 2000;

/**
 * Takes out of the index's tables what was only marked as taken out: until then they still hold the words of ads that are gone. The
 * full-text index is written anew piece by piece, then words that no ad holds any more are no longer offered as corrections.
 * Does little where nothing is left of anything. False when the deadline came first; to be repeated.
 */
export async function compactIndex(db: Database, compaction: Compaction): Promise<boolean> {
  return (await repeat(compaction, async () => (await mergeSome(db)) < LEAST_CHANGES)) && (await forgetWords(db, compaction));
}

/** Until a step says that it was the last; false when the deadline came first. */
async function repeat({ clock, deadline }: Compaction, step: () => Promise<boolean>): Promise<boolean> {
  for (;;) {
    if (await step()) return true;
    if (clock() >= deadline) return false;
  }
}

/** A negative number of pages joins all pieces, as 'optimize' does, but no more than that at once. */
async function mergeSome(db: Database): Promise<number> {
  const changes = sql`select total_changes() as total`;
  const [before, , after] = await db.batch([
    db.all<{ total: number }>(changes),
    db.run(sql`insert into jobs_fts (jobs_fts, rank) values ('merge', ${sql.raw(String(-PAGES))})`),
    db.all<{ total: number }>(changes),
  ]);
  return (after[0]?.total ?? 0) - (before[0]?.total ?? 0);
}

function forgetWords(db: Database, compaction: Compaction): Promise<boolean> {
  let reached = '';
  return repeat(compaction, async () => {
    const next = sql`select word from search_words where word > ${reached} order by word limit ${WORDS}`;
    const [[last]] = await db.batch([
      db.all<{ word: string | null }>(sql`select max(word) as word from (${next})`),
      db.run(sql`
        delete from search_words where word in (${next})
          and not exists (select 1 from jobs_fts where jobs_fts match '"' || search_words.word || '"')`),
    ]);
    reached = last?.word ?? '';
    return reached === '';
  });
}
