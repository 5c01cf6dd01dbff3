import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { employers, jobPlaces, jobs, sources, withheldJobs } from '#db/schema/tables.ts';

/** An ad as it is stored, public or not. */
export interface StoredAd {
  readonly job: typeof jobs.$inferSelect;
  readonly employer: string;
  readonly verifiedDomain: string | null;
  readonly website: string | null;
  /** Null for what was written on this board. */
  readonly source: string | null;
  readonly places: readonly (typeof jobPlaces.$inferSelect)[];
  readonly withheld: typeof withheldJobs.$inferSelect | null;
}

export type StoredAdsRepository = ReturnType<typeof storedAdsRepository>;

/** Ads for the eyes of moderators, also those that the public does not see. */
export function storedAdsRepository(db: Database) {
  return { find: (id: string) => find(db, id) };
}

async function find(db: Database, id: string): Promise<StoredAd | null> {
  const [found] = await db
    .select({
      job: jobs,
      employer: employers.name,
      slug: employers.slug,
      verifiedDomain: employers.verifiedDomain,
      unlisted: employers.unlisted,
      website: employers.website,
      source: sources.name,
      withheld: withheldJobs,
    })
    .from(jobs)
    .innerJoin(employers, eq(employers.seq, jobs.employerSeq))
    .leftJoin(sources, eq(sources.id, jobs.sourceId))
    .leftJoin(withheldJobs, eq(withheldJobs.jobSeq, jobs.seq))
    .where(eq(jobs.id, id));
  if (found === undefined) return null;
  const places = await db.select().from(jobPlaces).where(eq(jobPlaces.jobSeq, found.job.seq)).orderBy(jobPlaces.position);
  return { ...found, places };
}
