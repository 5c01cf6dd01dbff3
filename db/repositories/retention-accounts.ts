import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { keptTables, ofNobodyRestricted } from '#db/repositories/kept-tables.ts';

/** Sign-ups that nobody confirmed: the links to confirm them go along. */
export function signUps(db: Database): KeptRows {
  return keptTables(db, { table: 'signUps', since: sql`created_at` });
}

/** Links, sign-ins half-way and codes that open nothing any more. They protect the account, restricted or not. */
export function linkTokens(db: Database): KeptRows {
  return keptTables(
    db,
    { table: 'linkTokens', since: sql`min(expires_at, coalesce(used_at, expires_at))` },
    { table: 'challenges', since: sql`expires_at` },
    { table: 'totpUses', since: sql`used_at` },
  );
}

export function sessions(db: Database): KeptRows {
  return keptTables(db, { table: 'sessions', since: sql`min(expires_at, ends_at)`, where: ofNobodyRestricted('account_id') });
}

export function knownBrowsers(db: Database): KeptRows {
  return keptTables(db, { table: 'knownBrowsers', since: sql`used_at`, where: ofNobodyRestricted('account_id') });
}

/** The former address, from the change on; from the wish, where the change was never confirmed. */
export function addressChanges(db: Database): KeptRows {
  const since = sql`coalesce(confirmed_at, asked_at)`;
  return keptTables(db, { table: 'addressChanges', since, where: ofNobodyRestricted('account_id') });
}

export function activityLines(db: Database): KeptRows {
  return keptTables(db, { table: 'activity', since: sql`at`, where: ofNobodyRestricted('account_id') });
}

export function objections(db: Database): KeptRows {
  return keptTables(db, { table: 'objections', since: sql`made_at`, where: ofNobodyRestricted('account_id') });
}

export function erasureArchive(db: Database): KeptRows {
  return keptTables(db, { table: 'erasureArchive', since: sql`erased_at` });
}
