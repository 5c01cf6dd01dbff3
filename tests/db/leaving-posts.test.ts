import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasuresRepository } from '#db/repositories/erasures.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { aGig, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { POST_STATES } from '#worker/posts/model/post-state.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  employer = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const rows = async (statement: string) => (await fresh.client.execute(statement)).rows.map((row) => ({ ...row }));

async function erase({ id: accountId, emailKey }: TestAccount): Promise<boolean> {
  const person = { accountId, emailKey, recipient: 'keyed hash' };
  const gone = await erasuresRepository(fresh.db).erase(
    { person, at: Date.now(), unusedSince: null },
    { subject: accountId, receipt: null },
  );
  expect(await erasuresRepository(fresh.db).held({ person, at: Date.now() })).toEqual([]);
  return gone;
}

test('adverts of one’s own go with the account, whatever their state, and the receipt counts them', async () => {
  const account = await makeAccount(fresh.db);
  for (const state of POST_STATES) await makePost(fresh.db, { state, author: { is: 'member', accountId: account.id }, content: aGig() });
  const person = { accountId: account.id, emailKey: account.emailKey, recipient: 'keyed hash' };
  expect(await erasuresRepository(fresh.db).held({ person, at: Date.now() })).toContainEqual({ table: 'posts', rows: POST_STATES.length });
  expect(await erase(account)).toBe(true);
  for (const table of ['posts', 'post_revisions', 'post_log', 'jobs', 'job_contacts'])
    expect(await rows(`select * from ${table}`), table).toEqual([]);
  expect(await rows('select id from employers')).toEqual([{ id: employer.id }]);
});

test('posts of an employer stay as they are where somebody else owns it too, without the name of who left', async () => {
  await fresh.db.update(employerMembers).set({ role: 'owner' }).where(eq(employerMembers.accountId, employer.recruiter.id));
  const { id } = await makePost(fresh.db, { state: 'published', employer });
  expect(await erase(employer.owner)).toBe(true);
  expect(await rows('select id, state, account_id from posts')).toEqual([{ id, state: 'published', account_id: null }]);
  expect(await rows('select account_id from post_log where account_id is not null')).toEqual([]);
});

test('where the only owner leaves, posts stop, nothing waits for a moderator, and the employer stays without one', async () => {
  const shown = await makePost(fresh.db, { state: 'published', employer });
  const waiting = await makePost(fresh.db, { state: 'submitted', employer });
  expect(await erase(employer.owner)).toBe(true);
  expect(await rows('select id, state, waiting_revision_id from posts order by state desc')).toEqual([
    { id: shown.id, state: 'stopped', waiting_revision_id: null },
    { id: waiting.id, state: 'draft', waiting_revision_id: null },
  ]);
  expect(await rows('select id, status from jobs')).toEqual([{ id: shown.id, status: 'stopped' }]);
  expect(await rows(`select id from cases where state = 'open'`)).toEqual([]);
  expect(await rows('select role from employer_members')).toEqual([{ role: 'recruiter' }]);
});
