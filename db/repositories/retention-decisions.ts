import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type KeptRows, surveyOf } from '#db/repositories/kept-rows.ts';
import { keptTables } from '#db/repositories/kept-tables.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** Freezes that outlived their time: the task of every minute ends them, and tells the author; what it has missed ends here. */
export function freezes(db: Database): KeptRows {
  const where = sql`why = 'frozen'`;
  return {
    survey: (ended) => surveyOf(db, { from: sql`withheld_jobs`, since: sql`since`, where }, ended),
    async remove({ cutoff, limit, run }) {
      const due = sql`(select job_seq from withheld_jobs where ${where} and since <= ${cutoff} order by since limit ${limit})`;
      const deletion = db.run(sql`delete from withheld_jobs where job_seq in ${due}`);
      return (await db.batch([deletion, db.run(noteDeleted(run))]))[0].rowsAffected;
    },
  };
}

/** Reports with what became of them, and how often an address was wrong. What is not decided yet stays. */
export function noticesKept(db: Database): KeptRows {
  return keptTables(
    db,
    { table: 'notices', since: sql`received_at`, where: sql`decided_at is not null` },
    { table: 'noticeSlowdowns', since: sql`last_at` },
  );
}

/** Decisions, what was said against them, and the rows of the queue that led to them. */
export function decisionsKept(db: Database): KeptRows {
  return keptTables(
    db,
    { table: 'statements', since: sql`applied_at` },
    { table: 'appeals', since: sql`made_at`, where: sql`decided_at is not null` },
    { table: 'cases', since: sql`decided_at`, where: sql`decided_at is not null` },
  );
}

/** Sealed copies: not while an objection waits. */
export function caseFiles(db: Database): KeptRows {
  const where = sql`not exists (select 1 from cases where cases.job_id = case_files.job_id and cases.kind in ('notice', 'appeal') and cases.state = 'open')`;
  return keptTables(db, { table: 'caseFiles', since: sql`last_at`, where });
}

export function removedAds(db: Database): KeptRows {
  return keptTables(db, { table: 'removedAds', since: sql`removed_at` });
}
