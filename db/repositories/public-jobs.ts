import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type IndexedJob, type PublicJobRow, toIndexedJob, toPublicJob } from '#db/repositories/public-job-row.ts';
import { employers, jobs } from '#db/schema/tables.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';

/** What is public at `now`, as a subquery for any FROM: the only door to the view. Name it and its columns are the view's. */
export function fromPublicJobs(now: number): SQL {
  return sql`(select * from public_jobs where public_from <= ${now} and public_until > ${now})`;
}

/** Where a page of ads ended; the next begins after it. */
export interface PageEnd {
  readonly updatedAt: number;
  readonly id: string;
}

/** An ad that was public and is no longer. */
export interface GoneJob {
  readonly title: string;
  /** Without a slug: it had no page. */
  readonly employer: { readonly name: string; readonly slug: string | null };
  readonly why: 'stopped' | 'expired';
}

export type PublicJobsRepository = ReturnType<typeof publicJobsRepository>;

/** Reads ads as the public may see them. */
export function publicJobsRepository(db: Database) {
  return {
    find: (id: string, now: number) => find(db, id, now),
    hydrate: (ids: readonly string[], now: number) => hydrate(db, ids, now),
    gone: (id: string, now: number) => gone(db, id, now),
    wasDeleted: (id: string, now: number) => wasDeleted(db, id, now),
    ofEmployer: (slug: string, options: EmployerPage) => ofEmployer(db, slug, options),
    countOfEmployer: (slug: string, now: number) => countOfEmployer(db, slug, now),
    page: (after: PageEnd | null, options: PageOptions) => page(db, after, options),
    bySeq: (seqs: readonly number[], now: number) => bySeq(db, seqs, now),
  };
}

interface PageOptions {
  readonly now: number;
  readonly limit: number;
}

interface EmployerPage extends PageOptions {
  /** Left out: the ad on whose page the others are shown. */
  readonly except?: string;
}

async function find(db: Database, id: string, now: number): Promise<PublicJob | null> {
  const rows = await db.all<PublicJobRow>(sql`select * from ${fromPublicJobs(now)} as j where j.id = ${id}`);
  return rows[0] === undefined ? null : toPublicJob(rows[0]);
}

/** The ads of these ids in their order; what is not public is left out. */
async function hydrate(db: Database, ids: readonly string[], now: number): Promise<readonly PublicJob[]> {
  if (ids.length === 0) return [];
  const wanted = sql`select value from json_each(${JSON.stringify(ids)})`;
  const rows = await db.all<PublicJobRow>(sql`select * from ${fromPublicJobs(now)} as j where j.id in (${wanted})`);
  const found = new Map(rows.map((row) => [row.id, toPublicJob(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Null for what never was public, for everything of a suspended employer, and for what a moderator has taken away: nothing of it is shown in any form. */
async function gone(db: Database, id: string, now: number): Promise<GoneJob | null> {
  const [row] = await db
    .select({
      title: jobs.title,
      name: employers.name,
      slug: sql<string | null>`iif(${employers.unlisted}, null, ${employers.slug})`,
      status: jobs.status,
      stoppedAt: jobs.stoppedAt,
      from: jobs.publicFrom,
      until: jobs.publicUntil,
    })
    .from(jobs)
    .innerJoin(employers, sql`${employers.seq} = ${jobs.employerSeq} and ${employers.status} = 'active'`)
    .where(sql`${jobs.id} = ${id} and not exists (select 1 from withheld_jobs where job_seq = ${jobs.seq})`);
  if (row === undefined) return null;
  const ended = row.status === 'stopped' ? Math.min(row.stoppedAt ?? now, row.until) : row.until;
  if (ended > now || ended <= row.from) return null;
  return { title: row.title, employer: { name: row.name, slug: row.slug }, why: row.status === 'stopped' ? 'stopped' : 'expired' };
}

/** Whether its author has deleted an ad that was public, as long as that is remembered. */
async function wasDeleted(db: Database, id: string, now: number): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from post_fingerprints where post_id = ${id} and posted_at <= left_at and left_at <= ${now}
      and not exists (select 1 from posts where posts.id = ${id}) and not exists (select 1 from jobs where jobs.id = ${id}) limit 1`);
  return rows.length > 0;
}

/** An employer's ads, newest first. */
async function ofEmployer(db: Database, slug: string, { now, limit, except = '' }: EmployerPage): Promise<readonly PublicJob[]> {
  const rows = await db.all<PublicJobRow>(sql`
    select * from ${fromPublicJobs(now)} as j
    where j.employer_seq = ${employerSeq(slug)} and j.id <> ${except}
    order by j.posted_at desc, j.seq desc limit ${limit}`);
  return rows.map(toPublicJob);
}

async function countOfEmployer(db: Database, slug: string, now: number): Promise<number> {
  const [row] = await db.all<{ total: number }>(
    sql`select count(*) as total from ${fromPublicJobs(now)} as j where j.employer_seq = ${employerSeq(slug)}`,
  );
  return row?.total ?? 0;
}

function employerSeq(slug: string): SQL {
  return sql`(select ${employers.seq} from ${employers} where ${employers.slug} = ${slug})`;
}

/** All ads, the last changed first, in pages: `after` is the last ad of the page before. */
async function page(db: Database, after: PageEnd | null, { now, limit }: PageOptions): Promise<readonly PublicJob[]> {
  const rest = after === null ? sql`` : sql`where (j.updated_at, j.id) < (${after.updatedAt}, ${after.id})`;
  const rows = await db.all<PublicJobRow>(sql`
    select * from ${fromPublicJobs(now)} as j ${rest}
    order by j.updated_at desc, j.id desc limit ${limit}`);
  return rows.map(toPublicJob);
}

/** The ads of these row ids that are public; in no order. */
async function bySeq(db: Database, seqs: readonly number[], now: number): Promise<readonly IndexedJob[]> {
  const wanted = sql`select value from json_each(${JSON.stringify(seqs)})`;
  const rows = await db.all<PublicJobRow>(sql`select * from ${fromPublicJobs(now)} as j where j.seq in (${wanted})`);
  return rows.map(toIndexedJob);
}
