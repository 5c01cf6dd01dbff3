import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';

/** A write of ours that waits for its batch. Use cases hand it on from one repository to another and look at nothing in it. */
export type Statement = BatchItem<'sqlite'>;

/** Runs writes that belong together: one round trip, all or nothing. */
export async function runBatch(db: Database, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first !== undefined) await db.batch([first, ...rest]);
}
