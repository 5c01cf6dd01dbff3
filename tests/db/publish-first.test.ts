import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeCaseStatements } from '#db/repositories/cases.ts';
import { employerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import { lookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { placesRepository } from '#db/repositories/places.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { approveStatements, rejectStatements } from '#db/repositories/post-decisions.ts';
import { postEndsRepository } from '#db/repositories/post-ends.ts';
import { postHistoryRepository } from '#db/repositories/post-history.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { places } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { aPost, approvalOf, editedPost, makeEmployer, makePost, publishedPost, type TestEmployer, typed } from '#tests/support/posts.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { submitPost } from '#worker/posts/submit-post.ts';

let fresh: FreshDatabase;
let employer: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  await fresh.db.insert(places).values({
    id: '1',
    kind: 'town',
    name: 'Malmö',
    region: 'Skåne',
    regionCode: 'SE.27',
    country: 'SE',
    lat: 55.6,
    lng: 13,
    population: 1,
  });
  employer = await makeEmployer(fresh.db, { verifiedDomain: 'firm.example', verifiedAt: 1 });
});
afterEach(() => fresh.close());

/** On a board that publishes first after one approval. */
async function submit(content: PostContent, author = { is: 'member', accountId: employer.owner.id } as const): Promise<string> {
  const { id } = await makePost(fresh.db, { employer, author });
  const posts = postsRepository(fresh.db);
  const now = Date.now();
  await posts.save({ id, author, fields: { ...typed(content), places: ['1'] }, version: 1, now });
  const context = {
    now,
    board: { ...board, moderation: { ...board.moderation, payFloors: [], publishFirst: { approvals: 1 } } },
    posts,
    places: placesRepository(fresh.db),
    postActs: postActsRepository(fresh.db),
    postHistory: postHistoryRepository(fresh.db),
    lookAlikes: lookAlikesRepository(fresh.db),
    employerProfiles: employerProfilesRepository(fresh.db),
    publicUrl: 'https://board.example',
    fingerprint: async () => id,
    lookAtLinks: async () => [],
    findPicture: async () => null,
  };
  await submitPost(context, { id, author, version: 2 });
  return id;
}

const isPublic = async (id: string) => (await publicJobsRepository(fresh.db).find(id, Date.now())) !== null;
const caseOf = async (id: string) =>
  (await fresh.client.execute(`select kind, state from cases where job_id = '${id}'`)).rows.map((row) => ({ ...row }));
const other = aPost({
  title: 'Gardener in the park',
  description: 'You look after roses and lawns of the park with four others, from spring until the first frost of the year.',
});

test('a member of a verified employer whose posts were approved is published at once, and looked at after', async () => {
  await publishedPost(fresh.db, employer);
  const id = await submit(other);
  expect(await isPublic(id)).toBe(true);
  expect(await caseOf(id)).toEqual([{ kind: 'review', state: 'open' }]);
});

test('a flagged post, a member’s first and one of an employer that is not verified wait', async () => {
  await publishedPost(fresh.db, employer);
  const flagged = await submit({ ...other, title: 'Gardener, write to eva@firm.example' });
  const first = await submit(other, { is: 'member', accountId: employer.recruiter.id });
  await fresh.client.execute('update employers set verified_at = null, verified_domain = null');
  const unverified = await submit(other);
  for (const id of [flagged, first, unverified]) {
    expect(await isPublic(id)).toBe(false);
    expect(await caseOf(id)).toEqual([{ kind: 'post', state: 'open' }]);
  }
});

describe('what is public unread stays to be looked at when newer words overtake that look and', () => {
  const edited = async () => {
    await publishedPost(fresh.db, employer);
    const id = await submit(other);
    const author = { is: 'member', accountId: employer.owner.id } as const;
    const post = { id, author, revisionId: null, caseId: null, content: other };
    const edit = await editedPost(fresh.db, post, { content: { ...other, title: 'Gardener in another park' }, employer });
    expect(await openCases(id)).toEqual([{ kind: 'post', title: 'Gardener in another park' }]);
    return edit;
  };
  const openCases = async (id: string) =>
    (await fresh.client.execute(`select kind, title from cases where job_id = '${id}' and state = 'open'`)).rows.map((row) => ({ ...row }));
  const REVIEW = [{ kind: 'review', title: other.title }];

  test('are taken back by their author', async () => {
    const { id, author } = await edited();
    expect(await postActsRepository(fresh.db).withdraw({ id, author, now: NOON, fields: typed(other) })).toBe(true);
    expect(await openCases(id)).toEqual(REVIEW);
  });

  test('are rejected', async () => {
    const { id, revisionId, caseId } = await edited();
    const rejected = rejectStatements(fresh.db, { postId: id, revisionId: revisionId ?? '', now: NOON, why: 'pay-named' });
    const closed = closeCaseStatements(fresh.db, { id: caseId ?? '', now: NOON, by: 'tests', outcome: 'rejected' });
    expect(await runOrNothing(fresh.db, [...closed, ...rejected])).toBe(true);
    expect(await openCases(id)).toEqual(REVIEW);
  });

  test('wait for an answer that does not come', async () => {
    const { id } = await edited();
    await fresh.client.execute(`update cases set question = 'Which park?', asked_at = 1 where job_id = '${id}' and state = 'open'`);
    const lapsed = { id, now: NOON, askedBy: NOON, fields: typed(other) };
    expect(await postEndsRepository(fresh.db).lapse(lapsed, [])).toBe(true);
    expect(await openCases(id)).toEqual(REVIEW);
  });

  test('not when they are approved: then those are public, and read', async () => {
    const edit = await edited();
    const closed = closeCaseStatements(fresh.db, { id: edit.caseId ?? '', now: NOON, by: 'tests', outcome: 'approved' });
    expect(await runOrNothing(fresh.db, [...closed, ...approveStatements(fresh.db, approvalOf(edit, NOON))])).toBe(true);
    expect(await openCases(edit.id)).toEqual([]);
    await postActsRepository(fresh.db).stop({ id: edit.id, author: edit.author, now: NOON });
    expect(await openCases(edit.id)).toEqual([]);
  });
});

test('what nobody has looked at yet, and what was removed, is no record of approvals', async () => {
  const { id } = await publishedPost(fresh.db, employer);
  expect(await isPublic(await submit(other))).toBe(true);
  await fresh.client.execute(`insert into withheld_jobs (job_seq, why, since) select seq, 'removed', 1 from jobs where id = '${id}'`);
  const next = {
    title: 'Baker at night',
    description: 'You bake bread and rolls with two others, from midnight until the shop opens at seven.',
  };
  expect(await isPublic(await submit(aPost(next)))).toBe(false);
});
