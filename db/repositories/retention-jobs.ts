import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { removeDesertedEmployers } from '#db/repositories/employer-removal.ts';
import { type Kept, type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { removeAds, removeOwnEmployers, removeWritten } from '#db/repositories/post-removal.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';
import { newId } from '#worker/kernel/random.ts';

/** Ads that have run out, whatever became of their employer. */
export function expiredJobs(db: Database): KeptRows {
  return keptJobs(db, { from: sql`jobs`, since: sql`public_until`, where: sql`status = 'published' and ${OF_NOBODY_RESTRICTED}` });
}

export function stoppedJobs(db: Database): KeptRows {
  return keptJobs(db, { from: sql`jobs`, since: sql`stopped_at`, where: sql`status = 'stopped' and ${OF_NOBODY_RESTRICTED}` });
}

/** Of an account that is restricted everything is stored, its ads too, which are over. */
const OF_NOBODY_RESTRICTED = sql`not exists (
  select 1 from posts join accounts on accounts.id = posts.account_id where posts.id = jobs.id and accounts.restricted_at is not null)`;

function keptJobs(db: Database, kept: Kept): KeptRows {
  return { survey: (ended) => surveyOf(db, kept, ended), remove: (removal) => removeJobs(db, kept, removal) };
}

/**
 * The ads with all that hangs on them: of a post of this board everything that its author wrote, unless it was put in again and waits. Posts are marked
 * first, for what says which they are is overwritten before they go.
 */
async function removeJobs(db: Database, { since, where }: Kept, { cutoff, now, limit, run }: Removal): Promise<number> {
  const due = sql`(select seq from jobs where ${where} and ${since} <= ${cutoff} order by ${since}, seq limit ${limit})`;
  const mark = newId();
  const marked = sql`(select id from posts where waiting_revision_id = ${mark})`;
  const marking = sql`
    update posts set waiting_revision_id = ${mark} where state in ('published', 'stopped', 'expired') and id in (select id from jobs where seq in ${due})`;
  const ads = removeAds(due, now);
  const rest = [noteDeleted(run), ...removeOwnEmployers(), ...removeDesertedEmployers(now), ...removeWritten(marked, now)];
  const statements = [...ads, ...rest].map((statement) => db.run(statement));
  const [, ...results] = await db.batch([db.run(marking), ...statements]);
  return results[ads.length - 1]?.rowsAffected ?? 0;
}
