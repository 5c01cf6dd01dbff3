import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postClaimsRepository } from '#db/repositories/post-claims.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { makeEmployer, makePost, type TestEmployer, typed } from '#tests/support/posts.ts';

let fresh: FreshDatabase;
let firm: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  firm = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const claimOf = (postId: string) => ({ postId, accountId: firm.owner.id, draftKey: null, isLinked: true, now: NOON });
const rowOf = async (id: string) => (await fresh.db.select().from(posts).where(eq(posts.id, id)))[0];
const openCases = async (id: string) =>
  (await fresh.db.select().from(cases).where(eq(cases.jobId, id))).filter(({ state }) => state === 'open');

test('what began to wait after the claim looked at it is not taken for an employer', async () => {
  const { id, content } = await makePost(fresh.db, { state: 'submitted' });
  const { claim } = postClaimsRepository(fresh.db);
  expect(await claim({ ...claimOf(id), employer: firm.id, waiting: null })).toBe(false);
  expect(await rowOf(id)).toMatchObject({ state: 'submitted', accountId: null, employerSeq: null });
  expect(await claim({ ...claimOf(id), employer: firm.id, waiting: typed(content) })).toBe(true);
  expect(await rowOf(id)).toMatchObject({ state: 'draft', accountId: firm.owner.id, employerSeq: firm.seq });
  expect(await openCases(id)).toEqual([]);
});

test('what is taken as one’s own goes on waiting under the name that was read', async () => {
  const { id } = await makePost(fresh.db, { state: 'submitted' });
  expect(await postClaimsRepository(fresh.db).claim({ ...claimOf(id), employer: null, waiting: null })).toBe(true);
  expect(await rowOf(id)).toMatchObject({ state: 'submitted', accountId: firm.owner.id, employerSeq: null });
  expect(await openCases(id)).toHaveLength(1);
});

test('nobody takes an ad for an employer that they do not work for', async () => {
  const { id } = await makePost(fresh.db, {});
  const other = await makeEmployer(fresh.db);
  expect(await postClaimsRepository(fresh.db).claim({ ...claimOf(id), employer: other.id, waiting: null })).toBe(false);
  expect(await rowOf(id)).toMatchObject({ accountId: null });
});
