import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { product } from '#search/embedded/statements.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** These ads by the nearest of their places; those whose places are not known yet come last. */
export async function byDistance(
  db: Database,
  { ids, area, now }: { ids: readonly string[]; area: Extract<Area, { kind: 'circle' }>; now: number },
): Promise<readonly string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select j.id from json_each(${JSON.stringify(ids)}) as wanted
    cross join ${fromPublicJobs(now)} as j on j.id = wanted.value
    left join job_search as s on s.job_seq = j.seq
    order by (select max(${product(area, 'p')}) from job_points as p where p.docid = s.docid) desc nulls last, s.docid desc`);
  return rows.map(({ id }) => id);
}
