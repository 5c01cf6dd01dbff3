import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';

/** Runs writes that belong together: one round trip, all or nothing. */
export async function runBatch(db: Database, statements: readonly BatchItem<'sqlite'>[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first !== undefined) await db.batch([first, ...rest]);
}
