import { type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorOf } from '#db/repositories/author-history.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';

/** A remote server keeps no statistics, so plans must be right without any: these databases have none either. */
let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const many = sql`(select value from json_each('[]'))`;

test.each<[string, SQL, string]>([
  ['by id', sql`where j.id = 'x'`, 'SEARCH jobs USING INDEX jobs_id_unique (id=?)'],
  ['by several ids', sql`where j.id in ${many}`, 'SEARCH jobs USING INDEX jobs_id_unique (id=?)'],
  ['by row ids', sql`where j.seq in ${many}`, 'SEARCH jobs USING INTEGER PRIMARY KEY (rowid=?)'],
  [
    'of an employer',
    sql`where j.employer_seq = 1 order by j.posted_at desc, j.seq desc`,
    'SEARCH jobs USING INDEX jobs_employer (employer_seq=?)',
  ],
  ['last changed first', sql`order by j.updated_at desc, j.id desc`, 'SCAN jobs USING INDEX jobs_updated'],
  [
    'page by page',
    sql`where (j.updated_at, j.id) < (1, 'x') order by j.updated_at desc, j.id desc`,
    'SEARCH jobs USING INDEX jobs_updated ((updated_at,id)<(?,?))',
  ],
])('public ads %s are read by an index, each with its employer by row id, and sorted by nothing else', async (_how, rest, step) => {
  const plan = await fresh.db.all<{ detail: string }>(
    sql`explain query plan select j.id from ${fromPublicJobs(NOON)} as j ${rest} limit 20`,
  );
  const steps = plan.map(({ detail }) => detail).filter((detail) => /jobs|employers|B-TREE/.test(detail));
  expect(steps.toSorted()).toEqual(
    [step, 'SEARCH employers USING INTEGER PRIMARY KEY (rowid=?)', 'SEARCH withheld_jobs USING INTEGER PRIMARY KEY (rowid=?)'].toSorted(),
  );
});

test('a statement that asks for neither places nor source does not read them', async () => {
  const plan = await fresh.db.all<{ detail: string }>(
    sql`explain query plan select j.id, j.title from ${fromPublicJobs(NOON)} as j where j.id = 'x'`,
  );
  expect(plan.map(({ detail }) => detail).filter((detail) => /sources|job_places/.test(detail))).toEqual([]);
});

test.each<[string, SQL, string]>([
  [
    'to be sent',
    sql`select id from mails where state = 'waiting' and due_at <= 1 and expires_at > 1 and lease_until <= 1 order by due_at, id`,
    'SEARCH mails USING INDEX mails_due (due_at<?)',
  ],
  [
    'to be forgotten',
    sql`select id from mails where sealed is not null and expires_at <= 1 and lease_until <= 1`,
    'SEARCH mails USING INDEX mails_kept (expires_at<?)',
  ],
  [
    'to one recipient',
    sql`select count(*) from mails where recipient = 'x' and created_at > 1 and asked_for = 0 and state <> 'held'`,
    'SEARCH mails USING INDEX mails_recipient (recipient=? AND created_at>?)',
  ],
  [
    'that one network asked for',
    sql`select count(*) from mails where network = 'x' and created_at > 1 and asked_for = 0 and state <> 'held'`,
    'SEARCH mails USING INDEX mails_network (network=? AND created_at>?)',
  ],
])('mails %s are found by an index, however many were sent before', async (_which, query, step) => {
  const plan = await fresh.db.all<{ detail: string }>(sql`explain query plan ${query}`);
  expect(plan.map(({ detail }) => detail)).toContain(step);
});

test.each<[string, SQL, string]>([
  [
    'the next page of the queue',
    sql`select title from cases where state = 'open' and (priority, opened_at, id) > (1, 2, 'x') order by priority, opened_at, id limit 50`,
    'SEARCH cases USING INDEX cases_queue ((priority,opened_at,id)>(?,?,?))',
  ],
  [
    'the case of a report or objection',
    sql`select decided_by from cases where kind = 'notice' and subject_id = 'x' and state = 'decided'`,
    'SEARCH cases USING INDEX cases_subject (subject_id=?)',
  ],
  [
    'drafts that nobody went on with',
    sql`select id from posts where state in ('draft', 'rejected') and draft_key is null and updated_at <= 1`,
    'SEARCH posts USING INDEX posts_state (state=? AND updated_at<?)',
  ],
  [
    'posts that are marked to go',
    sql`select id from posts where waiting_revision_id = 'x'`,
    'SEARCH posts USING INDEX posts_waiting (waiting_revision_id=?)',
  ],
  [
    'employers of one ad alone that is gone',
    sql`delete from employers where unlisted = 1 and not exists (select 1 from jobs where jobs.employer_seq = employers.seq)`,
    'SEARCH employers USING COVERING INDEX employers_unlisted (unlisted=?)',
  ],
])('%s: found by an index, however much is kept', async (_which, query, step) => {
  const plan = await fresh.db.all<{ detail: string }>(sql`explain query plan ${query}`);
  expect(plan.map(({ detail }) => detail)).toContain(step);
  expect(plan.some(({ detail }) => detail.includes('TEMP B-TREE'))).toBe(false);
});

test('what an author wrote before is found by an index, whoever that is', async () => {
  const plan = await fresh.db.all<{ detail: string }>(sql`explain query plan with ${authorOf('x')} select id from own`);
  const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes(' posts'));
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  for (const index of ['posts_account', 'posts_employer', 'posts_guest']) expect(steps.join('\n')).toContain(`USING INDEX ${index} (`);
});
