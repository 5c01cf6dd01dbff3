import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { keptTables } from '#db/repositories/kept-tables.ts';

/** Messages to the contacts of ads that could not be handed on. */
export function relayMessages(db: Database): KeptRows {
  return keptTables(db, { table: 'relayMessages', since: sql`created_at` });
}
