import { afterEach, beforeEach, expect, test } from 'vitest';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { pictures } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { makeEmployer, makePost, type TestEmployer, type TestPost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  employer = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const rows = async (statement: string) => (await fresh.client.execute(statement)).rows.map((row) => ({ ...row }));
const idsLeft = async () => (await rows('select id from posts order by id')).map(({ id }) => String(id));

function carryOut(id: RetentionId, now: number) {
  const kept = retentionRepository(fresh.db)[id];
  if (kept === undefined) throw new Error(`nothing keeps ${id}`);
  const context = { now, clock: () => now, deadline: now + 1, chunk: 100, runs: retentionRunsRepository(fresh.db) };
  return carryOutRule(context, { rule: ruleOf(RETENTION, id), rows: kept });
}

const stopped = (now: number, said = {}) => makePost(fresh.db, { state: 'stopped', employer, now, ...said });

async function picture({ id: postId }: TestPost): Promise<string> {
  const id = newId();
  await fresh.db.insert(pictures).values({ id, postId, type: 'image/png', width: 1, height: 1, bytes: 1, createdAt: NOON });
  return id;
}

test('a stopped post is gone after thirty days with everything that its author wrote', proves('stopped-jobs-purged'), async () => {
  const [old, young] = [await stopped(NOON), await stopped(NOON + DAY)];
  expect(await carryOut('stopped-jobs', NOON + 30 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('stopped-jobs', NOON + 30 * DAY)).toMatchObject({ deleted: 1, oldestLeft: NOON + DAY });
  expect(await idsLeft()).toEqual([young.id]);
  for (const table of ['post_revisions', 'post_log']) expect(await rows(`select * from ${table} where post_id = '${old.id}'`)).toEqual([]);
  expect(await rows('select id from jobs')).toEqual([{ id: young.id }]);
});

test('an expired post is gone thirty days after its last public day, by day 210', proves('ads-expire'), async () => {
  const { id } = await makePost(fresh.db, { state: 'published', employer, now: NOON });
  expect(await carryOut('expired-jobs', NOON + 210 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await idsLeft()).toEqual([id]);
  expect(await carryOut('expired-jobs', NOON + 210 * DAY)).toMatchObject({ deleted: 1 });
  expect(await idsLeft()).toEqual([]);
});

test('a picture loses its post with the purge, and its file waits to be swept', proves('files-go-with-the-ad'), async () => {
  const id = await picture(await stopped(NOON));
  await carryOut('stopped-jobs', NOON + 30 * DAY);
  expect(await rows('select id, post_id, replaced_at from pictures')).toEqual([{ id, post_id: null, replaced_at: NOON + 30 * DAY }]);
});

test('the own employer of a guest goes with the post; an employer with members stays', async () => {
  await makePost(fresh.db, { state: 'stopped', now: NOON });
  await stopped(NOON);
  await carryOut('stopped-jobs', NOON + 30 * DAY);
  expect(await rows('select id from employers')).toEqual([{ id: employer.id }]);
});

test('a post that was put in again and waits is not purged with what was public of it', async () => {
  const post = await stopped(NOON);
  const found = await postsRepository(fresh.db).find(post.id, post.author);
  const revision = { id: newId(), content: post.content, flags: [] };
  const version = found?.post.draftVersion ?? 0;
  const again = {
    id: post.id,
    act: 'relist',
    author: post.author,
    now: NOON + 29 * DAY,
    version,
    revision,
    caseId: newId(),
    employerSeq: employer.seq,
    approval: null,
  } as const;
  expect(await postActsRepository(fresh.db).submit(again)).toBe(true);
  expect(await carryOut('stopped-jobs', NOON + 31 * DAY)).toMatchObject({ deleted: 1 });
  expect(await rows('select id, state, waiting_revision_id from posts')).toEqual([
    { id: post.id, state: 'submitted', waiting_revision_id: revision.id },
  ]);
});

test('drafts and rejected posts go after thirty days without a change, a guest’s unconfirmed draft after seven', async () => {
  const draft = await makePost(fresh.db, { employer, now: NOON });
  const rejected = await makePost(fresh.db, { state: 'rejected', employer, now: NOON });
  const guests = await makePost(fresh.db, { author: { is: 'browser', draftKey: 'key' }, now: NOON });
  const waiting = await makePost(fresh.db, { state: 'submitted', employer, now: NOON });
  expect(await carryOut('guest-drafts', NOON + 7 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('guest-drafts', NOON + 7 * DAY)).toMatchObject({ deleted: 1 });
  expect(await idsLeft()).toEqual([draft.id, rejected.id, waiting.id].toSorted());
  expect(guests.id).not.toBe(draft.id);
  expect(await carryOut('drafts', NOON + 30 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('drafts', NOON + 30 * DAY)).toMatchObject({ deleted: 2 });
  expect(await idsLeft()).toEqual([waiting.id]);
});

test('posts of somebody whose account is restricted are stored, and nothing else is done with them', async () => {
  await makePost(fresh.db, { employer, now: NOON });
  await stopped(NOON);
  await fresh.client.execute(`update accounts set restricted_at = ${NOON} where id = '${employer.owner.id}'`);
  expect(await carryOut('drafts', NOON + 100 * DAY)).toMatchObject({ deleted: 0 });
  expect(await carryOut('stopped-jobs', NOON + 100 * DAY)).toMatchObject({ deleted: 0 });
});

test('that a post was public is forgotten a month after it left', async () => {
  await stopped(NOON);
  await makePost(fresh.db, {
    state: 'published',
    employer: await makeEmployer(fresh.db),
    now: NOON,
    content: { ...(await stopped(NOON)).content, title: 'Cook' },
  });
  expect(await carryOut('post-fingerprints', NOON + 30 * DAY - 1)).toMatchObject({ deleted: 0 });
  expect(await carryOut('post-fingerprints', NOON + 30 * DAY)).toMatchObject({ deleted: 1 });
  expect(await rows('select left_at from post_fingerprints')).toEqual([{ left_at: null }]);
});
