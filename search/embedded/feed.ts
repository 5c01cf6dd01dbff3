import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { indexWriter } from '#search/embedded/index-jobs.ts';
import type { Drift, JobKey, SearchFeed } from '#search/feed.ts';

/** Feeds the index that lies in the database itself. */
export function embeddedFeed(db: Database): SearchFeed {
  const writer = indexWriter(db);
  return {
    name: 'embedded',
    most: 1000,
    write: ({ jobs, gone }) => writer.write({ jobs, gone: gone.map(({ seq }) => seq) }),
    drift: (now) => drift(db, now),
  };
}

async function drift(db: Database, now: number): Promise<Drift> {
  const [missing, gone] = await db.batch([
    db.all<{ seq: number }>(sql`
      select j.seq from ${fromPublicJobs(now)} as j
      where not exists (select 1 from job_search as s where s.job_seq = j.seq and s.version = j.updated_at)`),
    db.all<JobKey>(sql`
      select s.job_seq as seq, '' as id from job_search as s
      where not exists (select 1 from ${fromPublicJobs(now)} as j where j.seq = s.job_seq)`),
  ]);
  return { missing: missing.map(({ seq }) => seq), gone };
}
