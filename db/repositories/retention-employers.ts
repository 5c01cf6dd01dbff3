import { type SQL, sql } from 'drizzle-orm';
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

/** Changes of an employer's page that nobody has decided on; the case of one that goes waits no longer. */
export function waitingChanges(db: Database): KeptRows {
  const kept = keptTables(db, { table: 'employerChanges', since: sql`asked_at`, where: ofNobodyRestricted('asked_by') });
  return {
    survey: kept.survey,
    async remove(removal) {
      const taken = await kept.remove(removal);
      if (taken > 0) await db.run(withdrawn(removal.now));
      return taken;
    },
  };
}

function withdrawn(now: number): SQL {
  return sql`update cases set state = 'withdrawn', decided_at = ${now} where kind = 'employer' and state = 'open'
    and not exists (select 1 from employer_changes where employer_changes.id = cases.subject_id)`;
}
