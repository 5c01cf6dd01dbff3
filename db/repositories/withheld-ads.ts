import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import {
  type Freeze,
  freezeStatements,
  frozenWithNothingNew,
  type Removal,
  refuseStatements,
  releaseStatements,
  removeStatements,
  restoreStatements,
  type Thaw,
  unfreezeStatements,
  type Withholding,
} from '#db/repositories/ad-withholding.ts';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { employers, jobs, sources, withheldJobs } from '#db/schema/tables.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';

/** An ad as those who decide see it, public or not. */
export interface AdToDecide {
  readonly seq: number;
  readonly id: string;
  readonly kind: JobKind;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly employer: { readonly seq: number; readonly name: string; readonly isActive: boolean };
  readonly status: 'published' | 'stopped';
  readonly postedAt: number;
  readonly updatedAt: number;
  readonly publicUntil: number;
  /** Where it was imported from; null for a post of somebody here. */
  readonly source: { readonly id: string; readonly name: string; readonly key: string } | null;
  readonly withheld: { readonly why: 'waiting' | 'frozen' | 'removed'; readonly since: number; readonly endsAt: number | null } | null;
  /** The approved words; null for an imported ad. */
  readonly revisionId: string | null;
  /** Whether it was frozen, and nothing new was said or found about it since: it is time to decide. */
  readonly wasFrozen: boolean;
}

export type WithheldAdsRepository = ReturnType<typeof withheldAdsRepository>;

/** Ads that a moderator keeps from the public, for a time or for good; all statements are for the batch of the decision. */
export function withheldAdsRepository(db: Database) {
  return {
    find: (id: string) => find(db, id),
    freezeStatements: (frozen: Freeze) => freezeStatements(db, frozen),
    unfreezeStatements: (thawed: Thaw) => unfreezeStatements(db, thawed),
    removeStatements: (removed: Removal) => removeStatements(db, removed),
    restoreStatements: (restored: Removal) => restoreStatements(db, restored),
    releaseStatements: (released: Pick<Withholding, 'ad'>) => releaseStatements(db, released),
    refuseStatements: (refused: Omit<Withholding, 'why'>) => refuseStatements(db, refused),
    /** Freezes that are over, the oldest first. */
    frozenUntil: (now: number, limit: number): Promise<readonly { readonly jobId: string }[]> =>
      db
        .select({ jobId: jobs.id })
        .from(withheldJobs)
        .innerJoin(jobs, eq(jobs.seq, withheldJobs.jobSeq))
        .where(and(eq(withheldJobs.why, 'frozen'), lte(withheldJobs.endsAt, now)))
        .orderBy(asc(withheldJobs.endsAt))
        .limit(limit),
    /** For what happens without anybody: false where a conditional statement broke off. */
    run: (batch: readonly Statement[]): Promise<boolean> => runOrNothing(db, batch),
  };
}

async function find(db: Database, id: string): Promise<AdToDecide | null> {
  const { seq, kind, slug, title, description, language, status, postedAt, updatedAt, publicUntil } = jobs;
  const [row] = await db
    .select({
      ...{ seq, kind, slug, title, description, language, status, postedAt, updatedAt, publicUntil },
      employer: { seq: employers.seq, name: employers.name, status: employers.status },
      source: { id: sources.id, name: sources.name, key: jobs.sourceKey },
      withheld: { why: withheldJobs.why, since: withheldJobs.since, endsAt: withheldJobs.endsAt },
      revisionId: sql<string | null>`(select public_revision_id from posts where posts.id = jobs.id)`,
      wasFrozen: sql<number>`${frozenWithNothingNew(sql`jobs.id`)}`,
    })
    .from(jobs)
    .innerJoin(employers, eq(employers.seq, jobs.employerSeq))
    .leftJoin(sources, eq(sources.id, jobs.sourceId))
    .leftJoin(withheldJobs, eq(withheldJobs.jobSeq, jobs.seq))
    .where(eq(jobs.id, id));
  if (row === undefined) return null;
  const { employer, source } = row;
  return {
    ...row,
    id,
    wasFrozen: row.wasFrozen === 1,
    employer: { seq: employer.seq, name: employer.name, isActive: employer.status === 'active' },
    source:
      source?.id == null || source.name === null || source.key === null ? null : { id: source.id, name: source.name, key: source.key },
  };
}
