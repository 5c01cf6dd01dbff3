import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { endedAt } from '#db/repositories/consent-records.ts';
import { type Kept, type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** Records of cookie choices that were replaced or ran out. Their links of the chain stay, so that it can be verified as before. */
export function consentRecords(db: Database): KeptRows {
  const kept: Kept = {
    from: sql`consent_records`,
    since: endedAt,
    where: sql`true`,
  };
  return {
    survey: (ended) => surveyOf(db, kept, ended),
    async remove({ cutoff, limit, run }: Removal): Promise<number> {
      const due = sql`seq in (select seq from consent_records where ${kept.since} <= ${cutoff} order by seq limit ${limit})`;
      const [, deletion] = await db.batch([
        db.run(overwrite('consentRecords', due)),
        db.run(sql`delete from consent_records where ${due}`),
        db.run(noteDeleted(run)),
      ]);
      return deletion.rowsAffected;
    },
  };
}

/** The keys by which a repeat is dropped: the record stays, its key goes. */
export function consentActKeys(db: Database): KeptRows {
  const kept: Kept = { from: sql`consent_records`, since: sql`received_at`, where: sql`act_key is not null` };
  return {
    survey: (ended) => surveyOf(db, kept, ended),
    async remove({ cutoff, limit, run }: Removal): Promise<number> {
      const due = sql`select seq from consent_records where act_key is not null and received_at <= ${cutoff} limit ${limit}`;
      const [forgotten] = await db.batch([
        db.run(sql`update consent_records set act_key = null where seq in (${due})`),
        db.run(noteDeleted(run)),
      ]);
      return forgotten.rowsAffected;
    },
  };
}

/** Days of counting, from their end on. */
export function countedDays(db: Database): KeptRows {
  const kept: Kept = { from: sql`counters`, since: sql`(unixepoch(day, '+1 day') * 1000)`, where: sql`true` };
  return {
    survey: (ended) => surveyOf(db, kept, ended),
    async remove({ cutoff, limit, run }: Removal): Promise<number> {
      const due = sql`select rowid from counters where ${kept.since} <= ${cutoff} order by day limit ${limit}`;
      const [deletion] = await db.batch([db.run(sql`delete from counters where rowid in (${due})`), db.run(noteDeleted(run))]);
      return deletion.rowsAffected;
    },
  };
}

/** Evidence of scheduled work, that of retention included. */
export function taskEvidence(db: Database): KeptRows {
  const from = sql`(select started_at from task_runs union all select started_at from retention_runs)`;
  const deletion = (table: string, { cutoff, limit }: Removal) => {
    const name = sql.raw(table);
    return db.run(sql`delete from ${name} where rowid in (select rowid from ${name} where started_at <= ${cutoff} limit ${limit})`);
  };
  return {
    survey: (ended) => surveyOf(db, { from, since: sql`started_at`, where: sql`true` }, ended),
    async remove(removal: Removal): Promise<number> {
      const [runs, , evidence] = await db.batch([
        deletion('task_runs', removal),
        db.run(noteDeleted(removal.run)),
        deletion('retention_runs', removal),
        db.run(noteDeleted(removal.run)),
      ]);
      return runs.rowsAffected + evidence.rowsAffected;
    },
  };
}
