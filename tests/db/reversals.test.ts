import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { approveStatements } from '#db/repositories/post-decisions.ts';
import { reversalsRepository } from '#db/repositories/reversals.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { aPost, approvalOf, editedPost, makeEmployer, makePost, type TestEmployer, type TestPost } from '#tests/support/posts.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  employer = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const NOW = Date.now();
const flags = [{ flag: 'scam-words', field: 'description', quote: 'paid daily' }] as const;
const rejected = () => makePost(fresh.db, { state: 'rejected', employer, flags });

const takeBack = ({ id, revisionId }: TestPost) =>
  runOrNothing(fresh.db, reversalsRepository(fresh.db).reopenStatements({ statement: { jobId: id, revisionId }, now: NOW }));
const waiting = async ({ id }: TestPost) => {
  const [row] = await fresh.db.select().from(posts).where(eq(posts.id, id));
  const open = await fresh.db
    .select()
    .from(cases)
    .where(and(eq(cases.jobId, id), eq(cases.state, 'open')));
  return { state: row?.state, revisionId: row?.waitingRevisionId, open };
};

test('a rejection that is taken back waits again, before others, with what the checks had found', async () => {
  const post = await rejected();
  expect(await takeBack(post)).toBe(true);
  const { open, ...row } = await waiting(post);
  expect(row).toEqual({ state: 'submitted', revisionId: post.revisionId });
  expect(open).toMatchObject([{ kind: 'post', priority: 1, revisionId: post.revisionId, title: post.content.title, flags }]);
});

test('what its author has handed in since goes on waiting in its place, with its case', async () => {
  const post = await rejected();
  const newer = await editedPost(fresh.db, post, { content: aPost({ title: 'Nurse for the day' }), employer });
  expect(await takeBack(post)).toBe(true);
  const { open, ...row } = await waiting(post);
  expect(row).toEqual({ state: 'submitted', revisionId: newer.revisionId });
  expect(open).toMatchObject([{ id: newer.caseId, revisionId: newer.revisionId, title: 'Nurse for the day' }]);
});

test('older words never take the place of newer ones that are public by now', async () => {
  const post = await rejected();
  const newer = await editedPost(fresh.db, post, { content: aPost({ title: 'Nurse for the day' }), employer });
  await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(newer, NOW)));
  expect(await takeBack(post)).toBe(true);
  expect(await waiting(post)).toMatchObject({ state: 'published', revisionId: null });
});
