import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type KeptRows, type Removal, surveyOf } from '#db/repositories/kept-rows.ts';
import { keptTables, ofNobodyRestricted } from '#db/repositories/kept-tables.ts';
import { removeAds, removeOwnEmployers, removeWritten } from '#db/repositories/post-removal.ts';
import { noteDeleted } from '#db/repositories/retention-runs.ts';
import { newId } from '#worker/kernel/random.ts';

/** Drafts that nobody went on with, and rejected posts. */
export function drafts(db: Database): KeptRows {
  return keptPosts(db, sql`state in ('draft', 'rejected') and draft_key is null and ${ofNobodyRestricted('account_id')}`);
}

/** What somebody without an account has begun, whose address was never confirmed. */
export function guestDrafts(db: Database): KeptRows {
  return keptPosts(db, sql`state = 'draft' and draft_key is not null`);
}

/** The days that posts have carried which left the public. */
export function postFingerprints(db: Database): KeptRows {
  return keptTables(db, { table: 'postFingerprints', since: sql`left_at`, where: sql`left_at is not null` });
}

function keptPosts(db: Database, where: SQL): KeptRows {
  const since = sql`updated_at`;
  return {
    survey: (ended) => surveyOf(db, { from: sql`posts`, since, where }, ended),
    remove: (removal) => removePosts(db, where, removal),
  };
}

/** Marked first: what says which they are is overwritten before they go. */
async function removePosts(db: Database, where: SQL, { cutoff, now, limit, run }: Removal): Promise<number> {
  const mark = newId();
  const ids = sql`(select id from posts where waiting_revision_id = ${mark})`;
  const due = sql`select id from posts where ${where} and updated_at <= ${cutoff} order by updated_at, id limit ${limit}`;
  const seqs = sql`(select seq from jobs where id in ${ids})`;
  const statements = [...removeAds(seqs, now), ...removeOwnEmployers(), ...removeWritten(ids, now)];
  const marking = db.run(sql`update posts set waiting_revision_id = ${mark} where id in (${due})`);
  const [, ...results] = await db.batch([marking, ...[...statements, noteDeleted(run)].map((statement) => db.run(statement))]);
  return results[statements.length - 1]?.rowsAffected ?? 0;
}
