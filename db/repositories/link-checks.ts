import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { runBatch, type Statement } from '#db/repositories/run-batch.ts';

export interface JobLink {
  readonly jobId: string;
  readonly url: string;
}

/** A link to look at. */
export interface LinkDue extends JobLink {
  /** How often in a row it has led nowhere. */
  readonly failures: number;
}

export interface LinkChecked extends JobLink {
  readonly checkedAt: number;
  /** In our words; null when well. */
  readonly trouble: string | null;
}

interface Due {
  /** Looked at before this, and well. */
  readonly well: number;
  /** Looked at before this, with trouble. */
  readonly troubled: number;
}

export interface LinksDue extends Due {
  readonly limit: number;
}

export interface ImportedDue extends Due {
  /** The number of the run: it says which part of the ads is gone through. */
  readonly run: number;
  /** Of how many ads a part is. */
  readonly ads: number;
}

export type LinkChecksRepository = ReturnType<typeof linkChecksRepository>;

/** Outside links of public ads, and when each was looked at. */
export function linkChecksRepository(db: Database) {
  return {
    /** Links of posts. */
    due: (due: LinksDue) => findDue(db, due),
    /** Links of imported ads. */
    imported: (due: ImportedDue) => findImported(db, due),
    /** `told`: what is written about it, in the same moment. */
    note: (checked: readonly LinkChecked[], told: readonly Statement[]) => note(db, checked, told),
    forgetOthers: () => forgetOthers(db),
    ofJob: (jobId: string) =>
      db.all<LinkChecked & { readonly failures: number }>(sql`
        select job_id as "jobId", url, checked_at as "checkedAt", trouble, failures from link_checks where job_id = ${jobId} order by url`),
  };
}

/**
 * The links that posts of ours have at this moment: their way to apply, and the agreement that their pay follows. Posts are read first, by their state:
 * imported ads are many more.
 */
const LINKS = sql`
  select jobs.id as job_id, jobs.apply_url as url from posts cross join jobs on jobs.id = posts.id
  where posts.state = 'published' and jobs.status = 'published' and jobs.apply_by = 'url' and jobs.apply_url is not null
  union select jobs.id, jobs.details ->> '$.agreement.url' from posts cross join jobs on jobs.id = posts.id
  where posts.state = 'published' and jobs.status = 'published' and jobs.details ->> '$.agreement.url' is not null`;

/** Those that were never looked at first, then the longest ago. */
function findDue(db: Database, { well, troubled, limit }: LinksDue): Promise<readonly LinkDue[]> {
  return db.all<LinkDue>(sql`
    select links.job_id as "jobId", links.url, coalesce(c.failures, 0) as failures from (${LINKS}) as links
    left join link_checks as c on c.job_id = links.job_id and c.url = links.url
    where c.checked_at is null or c.checked_at <= iif(c.trouble is null, ${well}, ${troubled})
    order by c.checked_at, links.job_id limit ${limit}`);
}

/** In the order of its row ids, of which each run takes the next part; behind the last it begins anew. What was noted of other links of these ads goes. */
async function findImported(db: Database, { run, ads, well, troubled }: ImportedDue): Promise<readonly LinkDue[]> {
  const [last] = await db.all<{ seq: number | null }>(sql`select max(seq) as seq from jobs`);
  const parts = Math.floor((last?.seq ?? 0) / ads) + 1;
  const from = (run % parts) * ads;
  const imported = sql`
    select id as job_id, apply_url as url from jobs where seq >= ${from} and seq < ${from + ads} and source_id is not null
      and status = 'published' and apply_by = 'url' and apply_url is not null`;
  const [, due] = await db.batch([
    db.run(sql`delete from link_checks where (job_id, url) not in (${imported})
      and job_id in (select id from jobs where seq >= ${from} and seq < ${from + ads} and source_id is not null)`),
    db.all<LinkDue>(sql`
      select links.job_id as "jobId", links.url, coalesce(c.failures, 0) as failures from (${imported}) as links
      left join link_checks as c on c.job_id = links.job_id and c.url = links.url
      where c.checked_at is null or c.checked_at <= iif(c.trouble is null, ${well}, ${troubled})
      order by c.checked_at, links.job_id`),
  ]);
  return due;
}

/** Of an ad that went while its link was looked at nothing is noted: nothing would ever take that away. */
async function note(db: Database, checked: readonly LinkChecked[], told: readonly Statement[]): Promise<void> {
  if (checked.length === 0) return;
  const noting = db.run(sql`
    insert into link_checks (job_id, url, checked_at, failures, trouble)
    select value ->> 'jobId', value ->> 'url', value ->> 'checkedAt', (value ->> 'trouble') is not null, value ->> 'trouble'
    from json_each(${JSON.stringify(checked)}) where value ->> 'jobId' in (select id from jobs)
    on conflict (job_id, url) do update set checked_at = excluded.checked_at, trouble = excluded.trouble,
      failures = iif(excluded.trouble is null, 0, failures + 1)`);
  await runBatch(db, [noting, ...told]);
}

/** What was noted of links that no post has any more. */
async function forgetOthers(db: Database): Promise<void> {
  await db.run(sql`delete from link_checks where job_id in (select id from posts) and (job_id, url) not in (${LINKS})`);
}
