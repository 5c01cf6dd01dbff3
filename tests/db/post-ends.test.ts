import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { approveStatements } from '#db/repositories/post-decisions.ts';
import { postEndsRepository } from '#db/repositories/post-ends.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { aPost, approvalOf, editedPost, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { endPosts } from '#worker/posts/end-posts.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
let told: { readonly postId: string; readonly kind: string; readonly key: string }[];
beforeEach(async () => {
  fresh = await freshDatabase();
  employer = await makeEmployer(fresh.db);
  told = [];
});
afterEach(() => fresh.close());

const stateOf = async (id: string) => (await fresh.client.execute(`select state from posts where id = '${id}'`)).rows[0]?.['state'];

function end(now: number, most = 50) {
  const tellAuthor = async (postId: string, { kind, key }: { readonly kind: string; readonly key: string }) => {
    told.push({ postId, kind, key });
    return [];
  };
  return endPosts({ now, board, postEnds: postEndsRepository(fresh.db), tellAuthor }, most);
}

test('the author is warned fourteen and three days before the end, once each, and told of it', proves('ads-expire'), async () => {
  const { id } = await makePost(fresh.db, { state: 'published', employer, now: NOON });
  const ends = NOON + 180 * DAY;
  await end(ends - 14 * DAY - 1);
  expect(told).toEqual([]);
  await end(ends - 14 * DAY);
  await end(ends - 13 * DAY);
  expect(told.map(({ kind }) => kind)).toEqual(['post-expiring']);
  await end(ends - 3 * DAY);
  await end(ends - 2 * DAY);
  expect(told.map(({ kind }) => kind)).toEqual(['post-expiring', 'post-expiring']);
  await end(ends);
  await end(ends + DAY);
  expect(told.map(({ kind }) => kind)).toEqual(['post-expiring', 'post-expiring', 'post-expired']);
  expect(new Set(told.map(({ key }) => key)).size).toBe(3);
  expect(await stateOf(id)).toBe('expired');
});

test('a post with an end of its own ends there, and is not warned of an end that was near from the first', async () => {
  const { id } = await makePost(fresh.db, { state: 'published', employer, now: NOON, content: aPost({ validThrough: NOON + 10 * DAY }) });
  await end(NOON + DAY);
  expect(told).toEqual([]);
  await end(NOON + 7 * DAY);
  expect(told.map(({ kind }) => kind)).toEqual(['post-expiring']);
  await end(NOON + 10 * DAY);
  expect(await stateOf(id)).toBe('expired');
});

test('whose end is near at once is warned once, and an edit that gives it another end is warned of anew', async () => {
  const post = await makePost(fresh.db, { state: 'published', employer, now: NOON, content: aPost({ validThrough: NOON + 30 * DAY }) });
  await end(NOON + 28 * DAY);
  const edited = await editedPost(fresh.db, post, {
    content: aPost({ validThrough: NOON + 60 * DAY }),
    employer,
    now: NOON + 28 * DAY,
  });
  await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(edited, NOON + 28 * DAY)));
  await end(NOON + 58 * DAY);
  expect(told.map(({ kind }) => kind)).toEqual(['post-expiring', 'post-expiring']);
  expect(new Set(told.map(({ key }) => key)).size).toBe(2);
});

test('what is stopped is neither warned nor expires', async () => {
  const { id } = await makePost(fresh.db, { state: 'stopped', employer, now: NOON });
  await end(NOON + 179 * DAY);
  await end(NOON + 181 * DAY);
  expect(told).toEqual([]);
  expect(await stateOf(id)).toBe('stopped');
});

test('a run takes some, says that there are more, and the next goes on', async () => {
  for (let nth = 0; nth < 3; nth += 1) await makePost(fresh.db, { state: 'published', employer, now: NOON });
  expect(await end(NOON + 180 * DAY, 2)).toMatchObject({ expired: 2, done: false });
  expect(await end(NOON + 180 * DAY, 2)).toMatchObject({ expired: 1, done: true });
});

test('what a moderator asked about, and nobody answered for thirty days, is a draft again and goes like one', async () => {
  const waiting = await makePost(fresh.db, { state: 'submitted', employer, now: NOON });
  const answered = await makePost(fresh.db, { state: 'submitted', employer, now: NOON });
  const asked = (id: string, at: number | null) =>
    fresh.db.update(cases).set({ question: 'Who pays for the tools?', askedAt: at }).where(eq(cases.jobId, id));
  await asked(waiting.id, NOON);
  await asked(answered.id, null);
  await end(NOON + 30 * DAY - 1);
  expect([await stateOf(waiting.id), told]).toEqual(['submitted', []]);
  await end(NOON + 30 * DAY);
  await end(NOON + 31 * DAY);
  expect([await stateOf(waiting.id), await stateOf(answered.id)]).toEqual(['draft', 'submitted']);
  expect(told.map(({ postId, kind }) => [postId, kind])).toEqual([[waiting.id, 'post-unanswered']]);
  const open = await fresh.db.select({ jobId: cases.jobId }).from(cases).where(eq(cases.state, 'open'));
  expect(open).toEqual([{ jobId: answered.id }]);
  const [draft] = await fresh.db.select({ draft: posts.draft }).from(posts).where(eq(posts.id, waiting.id));
  expect(draft?.draft?.['title']).toBe(aPost().title);
});

describe('of what waits for an answer for thirty days', () => {
  const waiting = async () => {
    const post = await makePost(fresh.db, { state: 'submitted', employer, now: NOON });
    await fresh.db.update(cases).set({ question: 'Who pays for the tools?', askedAt: NOON }).where(eq(cases.jobId, post.id));
    return post;
  };
  const rowOf = async (id: string) => (await fresh.db.select().from(posts).where(eq(posts.id, id)))[0];
  const OVER = NOON + 30 * DAY;

  test('nothing moves while its author has the account frozen', async () => {
    const { id } = await waiting();
    await fresh.db.update(accounts).set({ restrictedAt: NOON }).where(eq(accounts.id, employer.owner.id));
    await end(OVER);
    expect([await stateOf(id), told]).toEqual(['submitted', []]);
    await fresh.db.update(accounts).set({ restrictedAt: null }).where(eq(accounts.id, employer.owner.id));
    await end(OVER);
    expect(await stateOf(id)).toBe('draft');
  });

  test('what is answered in the same moment goes on waiting, and its author is told nothing', async () => {
    const { id } = await waiting();
    await fresh.db.update(cases).set({ askedAt: null }).where(eq(cases.jobId, id));
    const lapsed = { id, now: OVER, askedBy: NOON, fields: {} };
    expect(await postEndsRepository(fresh.db).lapse(lapsed, [])).toBe(false);
    expect(await stateOf(id)).toBe('submitted');
  });

  test('a draft that was begun beside it is kept, and whoever has it open elsewhere cannot write over it', async () => {
    const { id } = await waiting();
    const before = await rowOf(id);
    await fresh.db
      .update(posts)
      .set({ draft: { title: 'Begun anew' } })
      .where(eq(posts.id, id));
    await end(OVER);
    const after = await rowOf(id);
    expect(after).toMatchObject({ state: 'draft', waitingRevisionId: null, draft: { title: 'Begun anew' } });
    expect(after?.draftVersion).toBeGreaterThan(before?.draftVersion ?? 0);
  });

  test('words that were begun between the look and the act are kept, too', async () => {
    const { id } = await waiting();
    await fresh.db
      .update(posts)
      .set({ draft: { title: 'Just now' } })
      .where(eq(posts.id, id));
    const lapsed = { id, now: OVER, askedBy: NOON, fields: { title: 'As it waited' } };
    expect(await postEndsRepository(fresh.db).lapse(lapsed, [])).toBe(true);
    expect((await rowOf(id))?.draft).toEqual({ title: 'Just now' });
  });
});
