import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { keptTables, ofNobodyRestricted } from '#db/repositories/kept-tables.ts';

/** Invitations that nobody took up. */
export function invitations(db: Database): KeptRows {
  return keptTables(db, { table: 'employerInvitations', since: sql`created_at`, where: ofNobodyRestricted('invited_by') });
}

/** Proofs that were given up, ended, or never came to anything; one that holds stays as long as it does. */
export function endedProofs(db: Database): KeptRows {
  const isOver = sql`(ended_at is not null or proven_at is null)`;
  const since = sql`coalesce(ended_at, expires_at)`;
  return keptTables(db, { table: 'domainProofs', since, where: sql`${isOver} and ${ofNobodyRestricted('account_id')}` });
}

/** What a merger moved, once it cannot be undone or was. */
export function merges(db: Database): KeptRows {
  return keptTables(db, { table: 'employerMerges', since: sql`at` });
}
