import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import type { MappedTable } from '#db/data-map.ts';
import { hasWords, overwrite } from '#db/repositories/overwrite.ts';

/**
 * Takes posts away with everything that hangs on them, their words overwritten first: ad, places, contacts, revisions, log, counts, links. Files of pictures
 * follow: their rows stay without a post until the file store was swept. `ids`: a subquery or list.
 */
export function removePostsStatements(db: Database, ids: SQL, now: number): readonly BatchItem<'sqlite'>[] {
  return [...removeAds(ids, now), ...removeWritten(ids, now)].map((statement) => db.run(statement));
}

function removeAds(ids: SQL, now: number): readonly SQL[] {
  const seqs = sql`(select seq from jobs where id in ${ids})`;
  const ofJobs = sql`job_seq in ${seqs}`;
  return [
    ...overwritten('jobContacts', ofJobs),
    ...overwritten('jobPlaces', ofJobs),
    ...overwritten('jobs', sql`id in ${ids}`),
    sql`delete from job_contacts where ${ofJobs}`,
    sql`delete from job_places where ${ofJobs}`,
    sql`delete from search_outbox where kind = 'job' and entity_seq in ${seqs}`,
    sql`insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at) select 'job', seq, id, 1, ${now} from jobs where id in ${ids}`,
    sql`delete from jobs where id in ${ids}`,
    ...removeOwnEmployers(ids),
  ];
}

/** A guest, or somebody who offers work of their own, was an employer for that ad alone. */
function removeOwnEmployers(ids: SQL): readonly SQL[] {
  const where = sql`unlisted = 1 and id in ${ids}`;
  return [...overwritten('employers', where), sql`delete from employers where ${where}`];
}

function removeWritten(ids: SQL, now: number): readonly SQL[] {
  const ofPosts = sql`post_id in ${ids}`;
  const ofJobs = sql`job_id in ${ids}`;
  return [
    sql`update pictures set post_id = null, replaced_at = ${now} where ${ofPosts}`,
    sql`update post_fingerprints set left_at = ${now} where ${ofPosts} and left_at is null`,
    sql`update cases set state = 'withdrawn', decided_at = ${now} where ${ofJobs} and state = 'open' and kind in ('post', 'review')`,
    sql`delete from link_tokens where kind in ('confirm-post', 'manage-post') and subject_id in ${ids}`,
    ...overwritten('postLog', ofPosts),
    sql`delete from post_log where ${ofPosts}`,
    ...overwritten('postRevisions', ofPosts),
    sql`delete from post_revisions where ${ofPosts}`,
    ...overwritten('posts', sql`id in ${ids}`),
    sql`delete from posts where id in ${ids}`,
  ];
}

function overwritten(table: MappedTable, where: SQL): readonly SQL[] {
  return hasWords(table) ? [overwrite(table, where)] : [];
}
