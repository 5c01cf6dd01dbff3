import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type Kept, type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { keptTables, ofNobodyRestricted } from '#db/repositories/kept-tables.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** The end of a month of the log. */
const ENDED = sql`(unixepoch(segment || '-01', '+1 month') * 1000)`;

/** The log of what staff did goes a month at a time, as a whole: its last HMAC stays, so that what is left can be verified as before. */
export function auditLines(db: Database): KeptRows {
  const kept: Kept = { from: sql`audit_log`, since: ENDED, where: sql`true` };
  return {
    survey: (ended) => surveyOf(db, kept, ended),
    async remove({ cutoff, now, run }: Removal): Promise<number> {
      const due = sql`segment in (select segment from audit_segments where removed_at is null and ${ENDED} <= ${cutoff})`;
      const [removal] = await db.batch([
        db.run(sql`delete from audit_log where ${due}`),
        db.run(noteDeleted(run)),
        db.run(sql`update audit_segments set removed_at = ${now}, closed_at = coalesce(closed_at, ${now}) where ${due}`),
      ]);
      return removal.rowsAffected;
    },
  };
}

export function auditNotes(db: Database): KeptRows {
  return keptTables(db, { table: 'auditNotes', since: sql`at` });
}

export function disclosures(db: Database): KeptRows {
  return keptTables(db, { table: 'disclosures', since: sql`at`, where: ofNobodyRestricted('account_id') });
}
