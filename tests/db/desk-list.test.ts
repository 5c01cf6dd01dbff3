import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { makeEmployer, publishedPost, type TestEmployer } from '#tests/support/posts.ts';

let fresh: FreshDatabase;
let firm: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  firm = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const author = () => ({ is: 'member', accountId: firm.owner.id }) as const;

test('of more ads than the desk lists, the last changed are listed, the newest change first', async () => {
  const times = { stateSince: NOON, createdAt: NOON };
  const rows = Array.from({ length: 510 }, (_, nth) => ({
    id: `ad-${nth}`,
    kind: 'job' as const,
    state: 'draft' as const,
    language: 'en' as const,
    employerSeq: firm.seq,
    ...times,
    updatedAt: NOON + nth,
  }));
  for (let at = 0; at < rows.length; at += 102) await fresh.db.insert(posts).values(rows.slice(at, at + 102));
  const listed = (await postsRepository(fresh.db).list(author())).map(({ post }) => post.id);
  expect([listed.length, listed[0], listed.at(-1)]).toEqual([500, 'ad-509', 'ad-10']);
});

test('a dead link is told of as long as the ad is public', async () => {
  const url = 'https://firm.example/apply';
  const { id } = await publishedPost(fresh.db, firm, { apply: { by: 'url', url } });
  const deadLink = async () => (await postsRepository(fresh.db).find(id, author()))?.deadLink;
  const { note } = linkChecksRepository(fresh.db);
  await note([{ jobId: id, url, checkedAt: NOON, trouble: 'The site did not answer.' }], []);
  expect(await deadLink()).toBeNull();
  await note([{ jobId: id, url, checkedAt: NOON, trouble: 'The site did not answer.' }], []);
  expect(await deadLink()).toBe(url);
  await postActsRepository(fresh.db).stop({ id, author: author(), now: NOON });
  expect(await fresh.db.all(sql`select 1 from link_checks where job_id = ${id}`)).toHaveLength(1);
  expect(await deadLink()).toBeNull();
});
