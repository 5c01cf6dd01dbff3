import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postsRepository } from '#db/repositories/posts.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import type { Author } from '#worker/posts/model/author.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const member = ({ id }: { readonly id: string }): Author => ({ is: 'member', accountId: id });
const finds = async (id: string, author: Author) => (await postsRepository(fresh.db).find(id, author)) !== null;
const lists = async (id: string, author: Author) => (await postsRepository(fresh.db).list(author)).some(({ post }) => post.id === id);
/** By its id and in the list alike. */
const touches = async (id: string, author: Author) => {
  const both = [await finds(id, author), await lists(id, author)];
  expect(new Set(both).size).toBe(1);
  return both[0];
};
const set = (id: string, said: Partial<typeof posts.$inferInsert>) => fresh.db.update(posts).set(said).where(eq(posts.id, id));

test('whoever works for an employer touches its posts, and those who left it do not, also where they began them', async () => {
  const [firm, other] = [await makeEmployer(fresh.db), await makeEmployer(fresh.db)];
  const { id } = await makePost(fresh.db, { employer: firm, state: 'published' });
  expect([
    await touches(id, member(firm.owner)),
    await touches(id, member(firm.recruiter)),
    await touches(id, member(other.owner)),
  ]).toEqual([...[true, true, false]]);
  await fresh.client.execute(`delete from employer_members where account_id = '${firm.owner.id}'`);
  expect(await touches(id, member(firm.owner))).toBe(false);
});

test('an advert of one’s own is its account’s alone', async () => {
  const [firm, account] = [await makeEmployer(fresh.db), await makeAccount(fresh.db, { role: 'seeker' })];
  const { id } = await makePost(fresh.db, { author: member(account) });
  expect([await touches(id, member(account)), await touches(id, member(firm.owner))]).toEqual([true, false]);
});

test('a guest touches the one post whose address is confirmed, until an account has it', async () => {
  const { id } = await makePost(fresh.db, { state: 'published' });
  const other = await makePost(fresh.db, { state: 'published' });
  const guest: Author = { is: 'guest', postId: id };
  expect([await touches(id, guest), await touches(other.id, guest)]).toEqual([true, false]);
  await set(id, { guestConfirmedAt: null });
  expect(await touches(id, guest)).toBe(false);
  const account = await makeAccount(fresh.db, { role: 'seeker' });
  await set(id, { guestConfirmedAt: 1, accountId: account.id });
  expect([await touches(id, guest), await touches(id, member(account))]).toEqual([false, true]);
});

test('a draft that was begun signed out is its browser’s', async () => {
  const { id } = await makePost(fresh.db, { author: { is: 'browser', draftKey: 'one' } });
  expect([await touches(id, { is: 'browser', draftKey: 'one' }), await touches(id, { is: 'browser', draftKey: 'two' })]).toEqual([
    true,
    false,
  ]);
});
