import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type PublicJobRow, toPublicJob } from '#db/repositories/public-job-row.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import { hydrated, newestOfExpression, relevantOfExpression } from '#search/embedded/hits.ts';
import { allOf, matchAbout, matchToken } from '#search/embedded/match.ts';
import { countriesOf } from '#search/job-facets.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';

/** Ads that share words of title or skills, in the same countries; of the same category first, and filled up with its newest. */
export async function similarJobs(
  db: Database,
  { job, now, limit }: { job: PublicJob; now: number; limit: number },
): Promise<readonly PublicJob[]> {
  const about = matchAbout(job);
  const category = matchToken('category', [job.category]);
  const countries = countriesOf(job);
  const near = countries.length === 0 ? null : matchToken('country', countries);
  const page = { limit: limit + 1, offset: 0 };
  const ranked = relevantOfExpression(allOf([about, category, near]), { ...page, newest: firstDocid(now) });
  const [related, newest] = await db.batch([
    db.all<PublicJobRow>(about === null ? sql`select null where false` : hydrated(ranked, now)),
    db.all<PublicJobRow>(hydrated(newestOfExpression(allOf([category, near]), page), now)),
  ]);
  const found = new Map([...related, ...newest].map((row) => [row.id, toPublicJob(row)]));
  found.delete(job.id);
  return [...found.values()].slice(0, limit);
}
