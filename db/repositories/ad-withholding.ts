import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { withdrawCasesStatements } from '#db/repositories/cases.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { removedAds, statements } from '#db/schema/moderation-tables.ts';
import { withheldJobs } from '#db/schema/tables.ts';

/** What keeps an ad from the public, or lets it back. */
export interface Withholding {
  readonly ad: { readonly seq: number; readonly id: string };
  readonly now: number;
  /** What its author reads in the log of the post. */
  readonly why: string | null;
}

export interface Freeze extends Withholding {
  readonly endsAt: number;
}

export interface Thaw extends Withholding {
  readonly by: 'moderator' | 'time';
}

/** A removal, or the end of one. */
export interface Removal extends Withholding {
  /** Of an imported ad, so that its source does not bring it back; null for a post of somebody here. */
  readonly fingerprint: string | null;
}

const withheldAs = (seq: number, why: string): SQL => sql`exists (select 1 from withheld_jobs where job_seq = ${seq} and why = ${why})`;

const waitsAsImport = (jobId: string): SQL =>
  sql`exists (select 1 from cases where job_id = ${jobId} and kind = 'import' and state = 'open')`;

interface Logged extends Withholding {
  readonly what: 'frozen' | 'removed' | 'restored';
}

function logged(db: Database, { ad, now, why, what }: Logged) {
  return logStatements(db, { postId: ad.id, at: now, by: 'moderator', accountId: null, what, why });
}

/**
 * Whether an ad was frozen before, and no report of it has come since that still waits, nor anything that a check found in words that are
 * public unread. One freeze after the other would keep it away for longer than any freeze may last.
 */
export function frozenWithNothingNew(jobId: SQL): SQL {
  const since = sql`(select max(applied_at) from statements as f where f.job_id = ${jobId} and f.restriction = 'frozen')`;
  return sql`coalesce(${since} >= max(
    coalesce((select max(received_at) from notices as n where n.job_id = ${jobId} and n.decided_at is null), 0),
    coalesce((select max(opened_at) from cases as c where c.job_id = ${jobId} and c.kind = 'review' and c.state = 'open' and c.flags <> '[]'), 0)
  ), 0)`;
}

/** Breaks off where it is kept from the public already, and where a freeze of it is over with nothing new said since. */
export function freezeStatements(db: Database, { endsAt, ...frozen }: Freeze): readonly Statement[] {
  const { ad, now } = frozen;
  return [
    orNothing(db, sql`not exists (select 1 from withheld_jobs where job_seq = ${ad.seq})`),
    orNothing(db, sql`not ${frozenWithNothingNew(sql`${ad.id}`)}`),
    db.insert(withheldJobs).values({ jobSeq: ad.seq, why: 'frozen', since: now, endsAt }),
    ...logged(db, { ...frozen, what: 'frozen' }),
  ];
}

/** Breaks off where it is not frozen. Its statement of reasons says when it ended. Imported anew with findings meanwhile, it waits for a moderator. */
export function unfreezeStatements(db: Database, { by, ...thawed }: Thaw): readonly Statement[] {
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

/** Breaks off where it was removed before. A freeze becomes the removal, and nobody has to look at it any more because of what was found in it. */
export function removeStatements(db: Database, { fingerprint, ...removed }: Removal): readonly Statement[] {
  const { ad, now } = removed;
  const set = { why: 'removed', since: now, endsAt: null } as const;
  return [
    orNothing(db, sql`not ${withheldAs(ad.seq, 'removed')}`),
    db
      .insert(withheldJobs)
      .values({ jobSeq: ad.seq, ...set })
      .onConflictDoUpdate({ target: withheldJobs.jobSeq, set }),
    ...withdrawCasesStatements(db, { now, jobId: ad.id, kinds: ['review', 'import'] }),
    ...(fingerprint === null ? [] : [db.insert(removedAds).values({ fingerprint, removedAt: now }).onConflictDoNothing()]),
    ...logged(db, { ...removed, what: 'removed' }),
  ];
}

/** Breaks off where it is not removed. */
export function restoreStatements(db: Database, { fingerprint, ...restored }: Removal): readonly Statement[] {
  const { ad, now } = restored;
  const reversed = sql`${statements.jobId} = ${ad.id} and ${statements.restriction} in ('removed', 'frozen') and ${statements.reversedAt} is null`;
  return [
    orNothing(db, withheldAs(ad.seq, 'removed')),
    db.delete(withheldJobs).where(eq(withheldJobs.jobSeq, ad.seq)),
    db.update(statements).set({ reversedAt: now }).where(reversed),
    ...(fingerprint === null ? [] : [db.delete(removedAds).where(eq(removedAds.fingerprint, fingerprint))]),
    ...logged(db, { ...restored, what: 'restored' }),
  ];
}

/** Lets an imported ad go public that waited for a look. Breaks off where it does not wait. */
export function releaseStatements(db: Database, { ad }: Pick<Withholding, 'ad'>): readonly Statement[] {
  return [orNothing(db, withheldAs(ad.seq, 'waiting')), db.delete(withheldJobs).where(eq(withheldJobs.jobSeq, ad.seq))];
}

/** Keeps an imported ad from the public that waited for a look, however often its source carries it. Breaks off where it does not wait. */
export function refuseStatements(db: Database, { ad, now }: Omit<Withholding, 'why'>): readonly Statement[] {
  return [
    orNothing(db, withheldAs(ad.seq, 'waiting')),
    db.update(withheldJobs).set({ why: 'removed', since: now }).where(eq(withheldJobs.jobSeq, ad.seq)),
  ];
}
