import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
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
  return {
    find: (id: string) => find(db, id),
    /** Lets an imported ad go public that waited. */
    release: (id: string): readonly Statement[] => [
      orNothing(db, waits(id)),
      db.delete(withheldJobs).where(and(eq(withheldJobs.jobSeq, seqOf(id)), eq(withheldJobs.why, 'waiting'))),
    ],
    /** Keeps an imported ad from the public for good, however often its source carries it. */
    refuse: (id: string, now: number): readonly Statement[] => [
      orNothing(db, waits(id)),
      db
        .update(withheldJobs)
        .set({ why: 'removed', since: now })
        .where(eq(withheldJobs.jobSeq, seqOf(id))),
    ],
    /** Takes a public post out for good, by a decision; its author may object. */
    remove: (removed: AdRemoved) => remove(db, removed),
  };
}

export interface AdRemoved {
  readonly id: string;
  readonly now: number;
  /** For its author. */
  readonly why: string;
}

function remove(db: Database, { id, now, why }: AdRemoved): readonly Statement[] {
  const removed = { why: 'removed', since: now, endsAt: null } as const;
  return [
    db
      .insert(withheldJobs)
      .values({ jobSeq: seqOf(id), ...removed })
      .onConflictDoUpdate({ target: withheldJobs.jobSeq, set: removed }),
    ...logStatements(db, { postId: id, at: now, by: 'moderator', accountId: null, what: 'removed', why }),
  ];
}

const seqOf = (id: string) => sql<number>`(select seq from jobs where id = ${id})`;
const waits = (id: string) => sql`exists (select 1 from withheld_jobs where why = 'waiting' and job_seq = ${seqOf(id)})`;

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
