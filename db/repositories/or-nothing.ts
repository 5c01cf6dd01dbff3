import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { runBatch } from '#db/repositories/run-batch.ts';

/** What SQLite says of the text in `orNothing`; no other statement of the board reads JSON that may be none. */
const BROKEN_OFF = 'malformed JSON';

/**
 * A statement that breaks off its whole batch where the condition does not hold: so that a race settled in SQL also takes back the lines
 * and mails that belong to what it lost. SQLite reads the second branch only when it gets there.
 */
export function orNothing(db: Database, condition: SQL): BatchItem<'sqlite'> {
  return db.all(sql`select iif(${condition}, 1, json('broken off')) as held`);
}

/** Runs a batch with such a statement in it: false when it broke off, and then nothing happened. */
export async function runOrNothing(db: Database, statements: readonly BatchItem<'sqlite'>[]): Promise<boolean> {
  try {
    await runBatch(db, statements);
    return true;
  } catch (error) {
    if (saysBrokenOff(error)) return false;
    throw error;
  }
}

function saysBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes(BROKEN_OFF) || saysBrokenOff(error.cause);
}
