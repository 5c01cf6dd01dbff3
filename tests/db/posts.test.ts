import { afterEach, beforeEach, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { approveStatements, rejectStatements } from '#db/repositories/post-decisions.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import {
  aPost,
  approvalOf,
  editedPost,
  makeEmployer,
  makePost,
  publishedPost,
  type TestEmployer,
  type TestPost,
} from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { POST_STATES } from '#worker/posts/model/post-state.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  employer = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const rows = async (statement: string) => (await fresh.client.execute(statement)).rows.map((row) => ({ ...row }));
const shown = (id: string, now = Date.now()) => publicJobsRepository(fresh.db).find(id, now);
const acts = () => postActsRepository(fresh.db);

const edit = (post: TestPost, content: PostContent, now = Date.now()) => editedPost(fresh.db, post, { content, employer, now });

test('a post can be brought into every state of its life', async () => {
  for (const state of POST_STATES) {
    const { id } = await makePost(fresh.db, { state, employer });
    expect(await rows(`select state from posts where id = '${id}'`)).toEqual([{ state }]);
  }
});

test('nothing of a post is public before a moderator has read it', proves('posts-moderated'), async () => {
  for (const state of ['draft', 'submitted', 'rejected'] as const) {
    const { id } = await makePost(fresh.db, { state, employer });
    expect(await shown(id), state).toBeNull();
  }
  const { id } = await publishedPost(fresh.db, employer);
  expect(await shown(id)).toMatchObject({ title: 'Nurse for nights', employer: { name: employer.name } });
});

test('an edit waits, and what was approved last stays public meanwhile', async () => {
  const post = await publishedPost(fresh.db, employer);
  const edited = await edit(post, aPost({ title: 'Nurse for days' }));
  expect(await shown(post.id)).toMatchObject({ title: 'Nurse for nights' });
  expect(
    await runOrNothing(
      fresh.db,
      rejectStatements(fresh.db, { postId: post.id, revisionId: edited.revisionId ?? '', now: Date.now(), why: 'x' }),
    ),
  ).toBe(true);
  expect(await shown(post.id)).toMatchObject({ title: 'Nurse for nights' });
  const again = await edit(post, aPost({ title: 'Nurse for weekends' }));
  expect(await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(again, Date.now())))).toBe(true);
  expect(await shown(post.id)).toMatchObject({ title: 'Nurse for weekends' });
});

test('who approves words that were replaced meanwhile publishes nothing', async () => {
  const post = await makePost(fresh.db, { state: 'submitted', employer });
  const edited = await edit(post, aPost({ title: 'Nurse, other words' }));
  expect(await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(post, Date.now())))).toBe(false);
  expect(await shown(post.id)).toBeNull();
  expect(await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(edited, Date.now())))).toBe(true);
  expect(await rows(`select state from post_revisions where post_id = '${post.id}' order by number`)).toEqual([
    { state: 'replaced' },
    { state: 'approved' },
  ]);
});

test('an edit, a stop and a return renew no date', proves('dates-stay-honest'), async () => {
  const began = NOON;
  const post = await makePost(fresh.db, { state: 'published', employer, now: began });
  const edited = await edit(post, aPost({ title: 'Nurse for days' }), began + 5 * DAY);
  await runOrNothing(fresh.db, approveStatements(fresh.db, approvalOf(edited, began + 5 * DAY)));
  expect(await acts().stop({ id: post.id, author: post.author, now: began + 6 * DAY })).toBe(true);
  expect(await acts().resume({ id: post.id, author: post.author, now: began + 20 * DAY })).toBe(true);
  expect(await shown(post.id, began + 20 * DAY)).toMatchObject({ postedAt: began, publicUntil: began + 180 * DAY });
});

test(
  'a post of the same words carries the old date for thirty days after the first has left, and is new afterwards',
  proves('dates-stay-honest'),
  async () => {
    const first = await makePost(fresh.db, { state: 'published', employer, now: NOON });
    const left = NOON + 10 * DAY;
    expect(await acts().delete({ id: first.id, author: first.author, now: left })).toBe(true);
    const within = await makePost(fresh.db, { state: 'published', employer, now: left + 29 * DAY });
    expect(await shown(within.id, left + 29 * DAY)).toMatchObject({ postedAt: NOON });
    expect(await acts().delete({ id: within.id, author: within.author, now: left + 29 * DAY })).toBe(true);
    const later = await makePost(fresh.db, { state: 'published', employer, now: left + 60 * DAY });
    expect(await shown(later.id, left + 60 * DAY)).toMatchObject({ postedAt: left + 60 * DAY });
  },
);

test.each(['stopped', 'expired'] as const)('a post of the same words as one that is %s for a month is new', async (state) => {
  const now = Date.now();
  const { id } = await makePost(fresh.db, { state, employer, now });
  const [old] = await rows(`select left_at from post_fingerprints where post_id = '${id}'`);
  expect(old).toEqual({ left_at: now });
  const later = now + 31 * DAY;
  const same = await makePost(fresh.db, { state: 'published', employer, now: later });
  expect(await shown(same.id, later)).toMatchObject({ postedAt: later });
});

test('what is resumed has not left, and its words stay as old as it is', async () => {
  const now = Date.now();
  const { id, author } = await makePost(fresh.db, { state: 'stopped', employer, now });
  expect(await acts().resume({ id, author, now })).toBe(true);
  const later = now + 40 * DAY;
  const same = await makePost(fresh.db, { state: 'published', employer, now: later });
  expect(await shown(same.id, later)).toMatchObject({ postedAt: now });
});

test('what has run out while it was stopped is not resumed', async () => {
  const now = Date.now();
  const { id, author } = await makePost(fresh.db, { state: 'stopped', employer, now });
  expect(await acts().resume({ id, author, now: now + 180 * DAY })).toBe(false);
  expect(await acts().resume({ id, author, now: now + 180 * DAY - 1 })).toBe(true);
});

test('what was read is handed in, and not what was saved since', async () => {
  const { id, author, content } = await makePost(fresh.db, { employer });
  const now = Date.now();
  expect(await postsRepository(fresh.db).save({ id, author, fields: { title: 'Newer' }, version: 1, now })).toBe(2);
  const revision = { id: newId(), content, flags: [] };
  const handed = { id, act: 'submit', author, now, revision, caseId: newId(), employerSeq: employer.seq, approval: null } as const;
  expect(await acts().submit({ ...handed, version: 1 })).toBe(false);
  expect(await rows(`select draft from posts where id = '${id}'`)).toEqual([{ draft: '{"title":"Newer"}' }]);
});

test('a post for a later day is public from that day on, and is dated so', async () => {
  const now = Date.now();
  const post = await makePost(fresh.db, { state: 'published', employer, now, content: aPost({ publishOn: now + 3 * DAY }) });
  expect(await shown(post.id, now + 2 * DAY)).toBeNull();
  expect(await shown(post.id, now + 3 * DAY)).toMatchObject({ postedAt: now + 3 * DAY });
});

test('what a guest publishes stands under the name that was written, without a page', async () => {
  const post = await makePost(fresh.db, { state: 'published' });
  expect(await shown(post.id)).toMatchObject({ employer: { name: 'Ada Ek', slug: null, verified: null } });
});

test('contacts written into any text stand in no public text, and wait among the contacts', async () => {
  const content = aPost({
    title: 'Nurse, ask eva@firm.example',
    description: `${aPost().description} Call 040-123 45 67 or write to jobs@firm.example.`,
    skills: ['mail bo@firm.example'],
  });
  const post = await publishedPost(fresh.db, employer, content);
  const job = await shown(post.id);
  expect(JSON.stringify(job)).not.toMatch(/firm\.example"|@firm|123 45/);
  const found = await rows(`select value, for_applying from job_contacts order by position`);
  expect(found.map(({ value }) => value)).toEqual(['jobs@firm.example', 'eva@firm.example', '040-123 45 67', 'bo@firm.example']);
  expect(found[0]).toMatchObject({ for_applying: 1 });
});

test('a deleted post leaves nothing but the day it carried', async () => {
  for (const state of POST_STATES) {
    const post = await makePost(fresh.db, { state });
    expect(await acts().delete({ id: post.id, author: post.author, now: Date.now() }), state).toBe(true);
  }
  for (const table of ['posts', 'post_revisions', 'post_log', 'jobs', 'job_places', 'job_contacts', 'pictures']) {
    expect(await rows(`select * from ${table}`), table).toEqual([]);
  }
  expect(await rows('select * from employers where unlisted = 1')).toEqual([]);
  expect((await rows('select left_at from post_fingerprints')).every(({ left_at }) => left_at !== null)).toBe(true);
  expect(await rows(`select * from cases where state = 'open'`)).toEqual([]);
});

test('of a stopped post of somebody without a page no address is told, and of one that was taken away not even the title', async () => {
  const { id } = await makePost(fresh.db, { state: 'stopped', now: NOON });
  const gone = () => publicJobsRepository(fresh.db).gone(id, NOON + DAY);
  await fresh.client.execute(`update jobs set stopped_at = stopped_at + 1000 where id = '${id}'`);
  expect(await gone()).toEqual({ title: 'Nurse for nights', employer: { name: 'Ada Ek', slug: null }, why: 'stopped' });
  await fresh.client.execute(`insert into withheld_jobs (job_seq, why, since) select seq, 'removed', 1 from jobs where id = '${id}'`);
  expect(await gone()).toBeNull();
});
