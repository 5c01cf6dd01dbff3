import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employerMembersRepository } from '#db/repositories/employer-members.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import { employers } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { aGig, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { board } from '#worker/board/model/this-board.ts';
import { copyPost } from '#worker/posts/copy-post.ts';
import { beginPost } from '#worker/posts/write-post.ts';

let fresh: FreshDatabase;
let firm: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  firm = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const author = () => ({ is: 'member', accountId: firm.owner.id }) as const;
const context = () => ({
  now: NOON,
  language: 'en',
  board,
  posts: postsRepository(fresh.db),
  employerMembers: employerMembersRepository(fresh.db),
  files: { get: async () => null, put: async () => undefined },
  findPicture: async () => null,
});
const begun = async () => (await postsRepository(fresh.db).list(author())).length;

test('nobody begins or copies an ad for an employer that is suspended, not even one of their own', async () => {
  const ofFirm = await makePost(fresh.db, { employer: firm, state: 'stopped' });
  const own = await makePost(fresh.db, { author: author(), content: aGig() });
  const copying = { author: author(), copier: async () => author() };
  const copies = [
    () => copyPost(context(), { ...copying, id: ofFirm.id, employerId: null }),
    () => copyPost(context(), { ...copying, id: own.id, employerId: firm.id }),
    () => beginPost(context(), { author: author(), kind: 'job', employerId: firm.id, fields: {} }),
  ];
  for (const copy of copies) await copy();
  expect(await begun()).toBe(5);
  await fresh.db.update(employers).set({ status: 'suspended' }).where(eq(employers.id, firm.id));
  for (const copy of copies) await expect(copy()).rejects.toThrow(/employer-suspended|see-fields/);
  expect(await begun()).toBe(5);
});
