import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { removedAds, statements } from '#db/schema/moderation-tables.ts';
import { employers, jobs, sources, withheldJobs } from '#db/schema/tables.ts';

/** An ad as those who decide see it, public or not. */
export interface AdToDecide {
  readonly seq: number;
  readonly id: string;
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

export interface Withholding {
  readonly ad: Pick<AdToDecide, 'seq' | 'id'>;
  readonly now: number;
  /** What its author reads in the log of the post. */
  readonly why: string | null;
}

export type WithheldAdsRepository = ReturnType<typeof withheldAdsRepository>;

/** Ads that a moderator keeps from the public, for a time or for good; all statements are for the batch of the decision. */
export function withheldAdsRepository(db: Database) {
  return {
    find: (id: string) => find(db, id),
    freezeStatements: (frozen: Withholding & { readonly endsAt: number }) => freezeStatements(db, frozen),
    unfreezeStatements: (thawed: Withholding & { readonly by: 'moderator' | 'time' }) => unfreezeStatements(db, thawed),
    removeStatements: (removed: Withholding & { readonly fingerprint: string | null }) => removeStatements(db, removed),
    restoreStatements: (restored: Withholding & { readonly fingerprint: string | null }) => restoreStatements(db, restored),
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
  const { seq, slug, title, description, language, status, postedAt, updatedAt, publicUntil } = jobs;
  const [row] = await db
    .select({
      ...{ seq, slug, title, description, language, status, postedAt, updatedAt, publicUntil },
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

const withheldAs = (seq: number, why: string): SQL => sql`exists (select 1 from withheld_jobs where job_seq = ${seq} and why = ${why})`;

const waitsAsImport = (jobId: string): SQL =>
  sql`exists (select 1 from cases where job_id = ${jobId} and kind = 'import' and state = 'open')`;

function logged(db: Database, { ad, now, why }: Withholding, what: 'frozen' | 'unfrozen' | 'removed' | 'restored') {
  return logStatements(db, { postId: ad.id, at: now, by: 'moderator', accountId: null, what, why });
}

/**
 * Whether an ad was frozen before, and no report of it has come since that still waits, nor anything that a check found in words that are
 * public unread. One freeze after the other would keep it away for longer than any freeze may last.
 */
function frozenWithNothingNew(jobId: SQL): SQL {
  const since = sql`(select max(applied_at) from statements as f where f.job_id = ${jobId} and f.restriction = 'frozen')`;
  return sql`coalesce(${since} >= max(
    coalesce((select max(received_at) from notices as n where n.job_id = ${jobId} and n.decided_at is null), 0),
    coalesce((select max(opened_at) from cases as c where c.job_id = ${jobId} and c.kind = 'review' and c.state = 'open' and c.flags <> '[]'), 0)
  ), 0)`;
}

/** Breaks off where it is kept from the public already, and where a freeze of it is over with nothing new said since. */
function freezeStatements(db: Database, { endsAt, ...frozen }: Withholding & { readonly endsAt: number }): readonly Statement[] {
  const { ad, now } = frozen;
  return [
    orNothing(db, sql`not exists (select 1 from withheld_jobs where job_seq = ${ad.seq})`),
    orNothing(db, sql`not ${frozenWithNothingNew(sql`${ad.id}`)}`),
    db.insert(withheldJobs).values({ jobSeq: ad.seq, why: 'frozen', since: now, endsAt }),
    ...logged(db, frozen, 'frozen'),
  ];
}

/** Breaks off where it is not frozen. Its statement of reasons says when it ended. Imported anew with findings meanwhile, it waits for a moderator. */
function unfreezeStatements(db: Database, { by, ...thawed }: Withholding & { readonly by: 'moderator' | 'time' }): readonly Statement[] {
  const { ad, now, why } = thawed;
  const reversed = sql`${statements.jobId} = ${ad.id} and ${statements.restriction} = 'frozen' and ${statements.reversedAt} is null`;
  return [
    orNothing(db, withheldAs(ad.seq, 'frozen')),
    db
      .update(withheldJobs)
      .set({ why: 'waiting', endsAt: null })
      .where(and(eq(withheldJobs.jobSeq, ad.seq), waitsAsImport(ad.id))),
    db.delete(withheldJobs).where(and(eq(withheldJobs.jobSeq, ad.seq), eq(withheldJobs.why, 'frozen'))),
    db.update(statements).set({ reversedAt: now }).where(reversed),
    ...logStatements(db, { postId: ad.id, at: now, by, accountId: null, what: 'unfrozen', why }),
  ];
}

/** Breaks off where it was removed before. A freeze becomes the removal. */
function removeStatements(
  db: Database,
  { fingerprint, ...removed }: Withholding & { readonly fingerprint: string | null },
): readonly Statement[] {
  const { ad, now } = removed;
  const row = { jobSeq: ad.seq, why: 'removed', since: now, endsAt: null } as const;
  return [
    orNothing(db, sql`not ${withheldAs(ad.seq, 'removed')}`),
    db
      .insert(withheldJobs)
      .values(row)
      .onConflictDoUpdate({ target: withheldJobs.jobSeq, set: { why: row.why, since: now, endsAt: null } }),
    ...(fingerprint === null ? [] : [db.insert(removedAds).values({ fingerprint, removedAt: now }).onConflictDoNothing()]),
    ...logged(db, removed, 'removed'),
  ];
}

/** Breaks off where it is not removed. */
function restoreStatements(
  db: Database,
  { fingerprint, ...restored }: Withholding & { readonly fingerprint: string | null },
): readonly Statement[] {
  const { ad, now } = restored;
  const reversed = sql`${statements.jobId} = ${ad.id} and ${statements.restriction} in ('removed', 'frozen') and ${statements.reversedAt} is null`;
  return [
    orNothing(db, withheldAs(ad.seq, 'removed')),
    db.delete(withheldJobs).where(eq(withheldJobs.jobSeq, ad.seq)),
    db.update(statements).set({ reversedAt: now }).where(reversed),
    ...(fingerprint === null ? [] : [db.delete(removedAds).where(eq(removedAds.fingerprint, fingerprint))]),
    ...logged(db, restored, 'restored'),
  ];
}
