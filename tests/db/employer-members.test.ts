import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employerMembersRepository } from '#db/repositories/employer-members.ts';
import { staffEmployersRepository } from '#db/repositories/staff-employers.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { makeEmployer, type TestEmployer } from '#tests/support/posts.ts';

let fresh: FreshDatabase;
let firm: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  firm = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const suspend = (id: string) => fresh.db.update(accounts).set({ suspendedAt: NOON }).where(eq(accounts.id, id));
const ownedAlone = async (id: string) => (await employerMembersRepository(fresh.db).ownedAlone(id)).map((one) => one.id);
const unattended = async () =>
  (await staffEmployersRepository(fresh.db).find({ words: '', limit: 9, now: NOON }))
    .filter((one) => one.isUnattended === 1)
    .map(({ id }) => id);

test('an employer is owned alone where no other owner is in good standing, and as long as it is public', async () => {
  const beside = await makeAccount(fresh.db, { role: 'employer' });
  expect([await ownedAlone(firm.owner.id), await ownedAlone(firm.recruiter.id)]).toEqual([[firm.id], []]);
  await fresh.db.insert(employerMembers).values({ employerSeq: firm.seq, accountId: beside.id, role: 'owner', since: NOON });
  expect(await ownedAlone(firm.owner.id)).toEqual([]);
  await suspend(beside.id);
  expect(await ownedAlone(firm.owner.id)).toEqual([firm.id]);
  await fresh.db.update(employers).set({ status: 'suspended' }).where(eq(employers.id, firm.id));
  expect(await ownedAlone(firm.owner.id)).toEqual([]);
});

test('an employer is unattended where all its owners are suspended; one that nobody ever owned is not', async () => {
  const empty = await makeEmployer(fresh.db);
  await fresh.db.delete(employerMembers).where(eq(employerMembers.employerSeq, empty.seq));
  expect(await unattended()).toEqual([]);
  await suspend(firm.owner.id);
  expect(await unattended()).toEqual([firm.id]);
});
