import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import type { MappedTable } from '#db/data-map.ts';
import { hasWords, overwrite } from '#db/repositories/overwrite.ts';

/**
 * Takes posts away with everything that hangs on them, their words overwritten first: ad, places, contacts, revisions, log. Files of pictures follow:
 * their rows stay without a post until the file store was swept. `ids`: a list, or a subquery that asks for nothing of what is overwritten.
 */
export function removePostsStatements(db: Database, ids: SQL, now: number): readonly BatchItem<'sqlite'>[] {
  const seqs = sql`(select seq from jobs where id in ${ids})`;
  const statements = [rememberPublic(ids, now), ...removeAds(seqs, now), ...removeOwnEmployers(), ...removeWritten(ids, now)];
  return statements.map((statement) => db.run(statement));
}

/**
 * Of what was public its id is remembered, so that its address can say for a while that it is gone. What says when a post was public names it already,
 * unless another post of the same words has taken that place; then the random id stands in for the hash.
 */
function rememberPublic(ids: SQL, now: number): SQL {
  return sql`
    insert into post_fingerprints (fingerprint, post_id, posted_at, left_at)
    select id, id, posted_at, iif(state in ('stopped', 'expired'), state_since, ${now}) from posts
    where id in ${ids} and public_revision_id is not null and posted_at <= ${now}
      and not exists (select 1 from post_fingerprints as known where known.post_id = posts.id)`;
}

/** Ads by their row ids, and what waited or was decided of imported ones; the outbox tells the engines, should one of them still hold an ad. The deletion itself comes last. */
export function removeAds(seqs: SQL, now: number): readonly SQL[] {
  const ofJobs = sql`job_seq in ${seqs}`;
  const ofImports = sql`kind = 'import' and job_id in (select id from jobs where seq in ${seqs})`;
  return [
    sql`update cases set state = 'withdrawn', decided_at = ${now} where state = 'open' and ${ofImports}`,
    ...forgetCases(sql`${ofImports} and ${NEVER_REPORTED_OR_RESTRICTED}`),
    ...overwritten('jobContacts', ofJobs),
    ...overwritten('jobPlaces', ofJobs),
    ...overwritten('jobs', sql`seq in ${seqs}`),
    sql`delete from job_contacts where ${ofJobs}`,
    sql`delete from job_places where ${ofJobs}`,
    sql`delete from search_outbox where kind = 'job' and entity_seq in ${seqs}`,
    sql`insert into search_outbox (kind, entity_seq, entity_id, erases, enqueued_at) select 'job', seq, id, 1, ${now} from jobs where seq in ${seqs}`,
    sql`delete from jobs where seq in ${seqs}`,
  ];
}

/** A guest, or somebody who offers work of their own, was an employer for one ad alone. */
export function removeOwnEmployers(): readonly SQL[] {
  const where = sql`unlisted = 1 and not exists (select 1 from jobs where jobs.employer_seq = employers.seq)`;
  return [...overwritten('employers', where), sql`delete from employers where ${where}`];
}

/** What its author wrote; the deletion of the posts comes last. */
export function removeWritten(ids: SQL, now: number): readonly SQL[] {
  const ofPosts = sql`post_id in ${ids}`;
  return [
    sql`update pictures set post_id = null, replaced_at = ${now} where ${ofPosts}`,
    sql`update post_fingerprints set left_at = ${now} where ${ofPosts} and left_at is null`,
    sql`update cases set state = 'withdrawn', decided_at = ${now} where job_id in ${ids} and state = 'open' and kind in ('post', 'review')`,
    ...forgetCases(sql`job_id in ${ids} and kind in ('post', 'review') and ${NEVER_REPORTED_OR_RESTRICTED}`),
    sql`delete from link_tokens where kind in ('confirm-post', 'manage-post') and subject_id in ${ids}`,
    ...overwritten('postLog', ofPosts),
    sql`delete from post_log where ${ofPosts}`,
    ...overwritten('postRevisions', ofPosts),
    sql`delete from post_revisions where ${ofPosts}`,
    ...overwritten('posts', sql`id in ${ids}`),
    sql`delete from posts where id in ${ids}`,
  ];
}

const NEVER_REPORTED_OR_RESTRICTED = sql`not exists (select 1 from notices where notices.job_id = cases.job_id)
  and not exists (select 1 from statements where statements.job_id = cases.job_id)`;

/** That somebody decided, and how, stays; the words of whoever wrote it go, unless the law wants the decision kept with what it was about. */
function forgetCases(where: SQL): readonly SQL[] {
  return [...overwritten('cases', where), sql`update cases set title = '', flags = '[]', question = null where ${where}`];
}

function overwritten(table: MappedTable, where: SQL): readonly SQL[] {
  return hasWords(table) ? [overwrite(table, where)] : [];
}
