import { afterEach, beforeEach, expect, test } from 'vitest';
import { employerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import { type LookAlikeAsked, lookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { postHistoryRepository } from '#db/repositories/post-history.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { aGig, makeEmployer, makePost } from '#tests/support/posts.ts';
import { board } from '#worker/board/model/this-board.ts';
import { judgePost } from '#worker/posts/judge-post.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
  await makeEmployer(fresh.db, { name: 'Harbour Works', verifiedDomain: 'harbourworks.com', verifiedAt: 1 });
});
afterEach(() => fresh.close());

const alike = (asked: Partial<LookAlikeAsked>) =>
  lookAlikesRepository(fresh.db).find({ seq: 0, name: 'Somebody else', domain: null, isProven: false, ...asked });

test('whoever names the web site or the name of a verified employer may be taken for it; whoever has proven that domain is no look-alike', async () => {
  expect(await alike({ domain: 'harbourworks.com' })).toEqual({ field: 'website', like: 'harbourworks.com' });
  expect(await alike({ domain: 'harb0urworks.com' })).toEqual({ field: 'website', like: 'harbourworks.com' });
  expect(await alike({ name: 'Harbour Works', domain: 'harbourworks.com' })).toMatchObject({ field: 'website' });
  expect(await alike({ name: 'Harbour Works' })).toEqual({ field: 'name', like: 'Harbour Works' });
  expect(await alike({ name: 'Harbour Works', domain: 'harbourworks.com', isProven: true })).toBeNull();
  expect(await alike({ domain: 'harb0urworks.com', isProven: true })).toMatchObject({ field: 'website' });
  expect(await alike({ domain: 'elsewhere.com' })).toBeNull();
});

test.each([
  ['https://www.harb0urworks.com/jobs', ['harbourworks.com']],
  ['https://harbourworks.com', ['harbourworks.com']],
  ['https://www.elsewhere.com', []],
])('an ad without an account that names %s is flagged for looking like %j', async (website, likes) => {
  const { id, author } = await makePost(fresh.db, { content: aGig({ offeredBy: { name: 'Ada Ek', website } }) });
  const found = await postsRepository(fresh.db).find(id, author);
  if (found === null) throw new Error('The ad is not there.');
  const context = {
    now: NOON,
    board,
    postHistory: postHistoryRepository(fresh.db),
    lookAlikes: lookAlikesRepository(fresh.db),
    employerProfiles: employerProfilesRepository(fresh.db),
  };
  const { flags } = await judgePost(context, {
    found: { ...found, author },
    content: aGig({ offeredBy: { name: 'Ada Ek', website } }),
  });
  expect(flags.filter(({ flag }) => flag === 'look-alike-domain').map(({ quote }) => quote)).toEqual(likes);
});
