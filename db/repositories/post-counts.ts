import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { runBatch, type Statement } from '#db/repositories/run-batch.ts';

export type CountedAct = 'view' | 'reveal' | 'leave' | 'relay';

/** One act on an ad; nothing of whoever did it. */
export interface PostCount {
  readonly jobId: string;
  /** `2026-11-22`, UTC. */
  readonly day: string;
  readonly what: CountedAct;
}

export type PostCountsRepository = ReturnType<typeof postCountsRepository>;

/** How often an ad was opened, its contact shown, its outside link followed, its contact written to: totals of a day. */
export function postCountsRepository(db: Database) {
  return {
    add: (count: PostCount): Promise<void> => runBatch(db, [countStatement(db, count)]),
    ofJob: (jobId: string, from: string) => ofJob(db, jobId, from),
    ofJobs: (asked: CountsAsked) => ofJobs(db, asked),
  };
}

/** Adds one, in the batch of the act. Of an ad that is gone nothing is counted any more, and nothing where the condition does not hold. */
export function countStatement(db: Database, { jobId, day, what }: PostCount, where: SQL = sql`true`): Statement {
  return db.run(sql`
    insert into post_counts (job_id, day, what, count) select ${jobId}, ${day}, ${what}, 1 
    where ${where} and exists (select 1 from jobs where id = ${jobId})
    on conflict (job_id, day, what) do update set count = count + 1`);
}

export interface CountedDay {
  readonly day: string;
  readonly what: CountedAct;
  readonly count: number;
}

/** The totals from that day on, the oldest first. Who may see them is for the caller to say. */
function ofJob(db: Database, jobId: string, from: string): Promise<readonly CountedDay[]> {
  return db.all<CountedDay>(sql`select day, what, count from post_counts where job_id = ${jobId} and day >= ${from} order by day, what`);
}

export interface CountsAsked {
  readonly jobIds: readonly string[];
  readonly from: string;
  /** What an ad counts below that on a day is left out. */
  readonly least: number;
}

/** The totals of several ads together, likewise. */
function ofJobs(db: Database, { jobIds, from, least }: CountsAsked): Promise<readonly CountedDay[]> {
  return db.all<CountedDay>(sql`
    select day, what, sum(count) as count from post_counts
    where job_id in (select value from json_each(${JSON.stringify(jobIds)})) and day >= ${from} and count >= ${least}
    group by day, what order by day, what`);
}
