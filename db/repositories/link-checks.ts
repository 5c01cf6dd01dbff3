import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';

export interface JobLink {
  readonly jobId: string;
  readonly url: string;
}

export interface LinkChecked extends JobLink {
  readonly checkedAt: number;
  /** In our words; null when well. */
  readonly trouble: string | null;
}

export interface LinksDue {
  /** Looked at before this, and well. */
  readonly well: number;
  /** Looked at before this, with trouble. */
  readonly troubled: number;
  readonly limit: number;
}

export type LinkChecksRepository = ReturnType<typeof linkChecksRepository>;

/** Outside links of public posts, and when each was looked at. */
export function linkChecksRepository(db: Database) {
  return {
    due: (due: LinksDue) => findDue(db, due),
    note: (checked: readonly LinkChecked[]) => note(db, checked),
    forgetOthers: () => forgetOthers(db),
    ofJob: (jobId: string) =>
      db.all<LinkChecked & { readonly failures: number }>(sql`
        select job_id as "jobId", url, checked_at as "checkedAt", trouble, failures from link_checks where job_id = ${jobId} order by url`),
  };
}

/** The links that posts of ours have at this moment: their way to apply, and the agreement that their pay follows. */
const LINKS = sql`
  select jobs.id as job_id, jobs.apply_url as url from jobs join posts on posts.id = jobs.id
  where jobs.status = 'published' and jobs.apply_by = 'url' and jobs.apply_url is not null
  union select jobs.id, jobs.details ->> '$.agreement.url' from jobs join posts on posts.id = jobs.id
  where jobs.status = 'published' and jobs.details ->> '$.agreement.url' is not null`;

/** Those that were never looked at first, then the longest ago. */
function findDue(db: Database, { well, troubled, limit }: LinksDue): Promise<readonly JobLink[]> {
  return db.all<JobLink>(sql`
    select links.job_id as "jobId", links.url from (${LINKS}) as links
    left join link_checks as c on c.job_id = links.job_id and c.url = links.url
    where c.checked_at is null or c.checked_at <= iif(c.trouble is null, ${well}, ${troubled})
    order by c.checked_at, links.job_id limit ${limit}`);
}

async function note(db: Database, checked: readonly LinkChecked[]): Promise<void> {
  await db.run(sql`
    insert into link_checks (job_id, url, checked_at, failures, trouble)
    select value ->> 'jobId', value ->> 'url', value ->> 'checkedAt', (value ->> 'trouble') is not null, value ->> 'trouble'
    from json_each(${JSON.stringify(checked)}) where true
    on conflict (job_id, url) do update set checked_at = excluded.checked_at, trouble = excluded.trouble,
      failures = iif(excluded.trouble is null, 0, failures + 1)`);
}

/** What was noted of links that no post has any more. */
async function forgetOthers(db: Database): Promise<void> {
  await db.run(sql`delete from link_checks where (job_id, url) not in (${LINKS})`);
}
