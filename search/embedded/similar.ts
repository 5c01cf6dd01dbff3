import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type PublicJobRow, toPublicJob } from '#db/repositories/public-job-row.ts';
import { firstDocid } from '#search/embedded/docids.ts';
import { allOf, matchAny, matchToken } from '#search/embedded/match.ts';
import { hydrated, type Match, newestHits, relevantHits, simpleMatch } from '#search/embedded/statements.ts';
import { countriesOf } from '#search/job-facets.ts';
import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import { wordsOf } from '#worker/jobs/model/words.ts';

const MOST_WORDS = 12;

/** Ads that share words of title or skills, in the same countries; of the same category first, and filled up with its newest. */
export async function similarJobs(
  db: Database,
  { job, now, limit }: { job: PublicJob; now: number; limit: number },
): Promise<readonly PublicJob[]> {
  const words = matchAny([...wordsOf(job.title), ...wordsOf(job.skills.join(' , '))].slice(0, MOST_WORDS));
  const category = matchToken('category', [job.category]);
  const countries = countriesOf(job);
  const near = countries.length === 0 ? null : matchToken('country', countries);
  const page = { limit: limit + 1, offset: 0 };
  const alike = (parts: readonly (string | null)[]): Match => simpleMatch(allOf(parts));
  const ranked = relevantHits(alike([words, category, near]), { ...page, newest: firstDocid(now) });
  const [related, newest] = await db.batch([
    db.all<PublicJobRow>(words === null ? sql`select null where false` : hydrated(ranked, now)),
    db.all<PublicJobRow>(hydrated(newestHits(alike([category, near]), page), now)),
  ]);
  const found = new Map([...related, ...newest].map((row) => [row.id, toPublicJob(row)]));
  found.delete(job.id);
  return [...found.values()].slice(0, limit);
}
