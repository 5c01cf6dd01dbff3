import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type Kept, type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';

/** Ads that have run out, whatever became of their employer. */
export function expiredJobs(db: Database): KeptRows {
  return keptJobs(db, { from: sql`jobs`, since: sql`public_until`, where: sql`status = 'published'` });
}

export function stoppedJobs(db: Database): KeptRows {
  return keptJobs(db, { from: sql`jobs`, since: sql`stopped_at`, where: sql`status = 'stopped'` });
}

function keptJobs(db: Database, kept: Kept): KeptRows {
  return { survey: (ended) => surveyOf(db, kept, ended), remove: (removal) => removeJobs(db, kept, removal) };
}

/** The ads with all that hangs on them; the outbox tells the engines, should one of them still hold an ad. */
async function removeJobs(db: Database, { since, where }: Kept, { cutoff, now, limit, run }: Removal): Promise<number> {
  const due = sql`(select seq from jobs where ${where} and ${since} <= ${cutoff} order by ${since}, seq limit ${limit})`;
  const ofDue = sql`job_seq in ${due}`;
  const statements = [
    overwrite('jobContacts', ofDue),
    overwrite('jobPlaces', ofDue),
    overwrite('jobs', sql`seq in ${due}`),
    sql`delete from job_contacts where ${ofDue}`,
    sql`delete from job_places where ${ofDue}`,
    sql`delete from search_outbox where kind = 'job' and entity_seq in ${due}`,
    sql`insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at) select 'job', seq, id, 1, ${now} from jobs where seq in ${due}`,
  ];
  const rest = [noteDeleted(run), ...removeEmployersWithoutAds()].map((statement) => db.run(statement));
  const removal = db.run(sql`delete from jobs where seq in ${due}`);
  const [first, ...others] = statements.map((statement) => db.run(statement));
  if (first === undefined) return 0;
  const results = await db.batch([first, ...others, removal, ...rest]);
  return results[statements.length]?.rowsAffected ?? 0;
}

/** An employer that only an import knows goes with its last ad. An import writes employers and ads in one batch: none is caught between. */
function removeEmployersWithoutAds(): readonly SQL[] {
  const where = sql`source_id is not null and not exists (select 1 from jobs where jobs.employer_seq = employers.seq)`;
  return [overwrite('employers', where), sql`delete from employers where ${where}`];
}
