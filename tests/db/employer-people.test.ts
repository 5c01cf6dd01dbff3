import { afterEach, beforeEach, expect, test } from 'vitest';
import { employerPeopleRepository } from '#db/repositories/employer-people.ts';
import { employerInvitations } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { makeEmployer, type TestEmployer } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';

let fresh: FreshDatabase;
let firm: TestEmployer;
beforeEach(async () => {
  fresh = await freshDatabase();
  firm = await makeEmployer(fresh.db);
});
afterEach(() => fresh.close());

const people = () => employerPeopleRepository(fresh.db);
const silent = { lines: [], mails: [] };
const rolesOf = async ({ seq }: TestEmployer) => (await people().members(seq)).map(({ role }) => role).toSorted();
const invitationsOf = async ({ seq }: TestEmployer) => (await people().invitations({ employerSeq: seq, now: Date.now() })).length;

async function invited({ seq }: TestEmployer, invitedBy: string): Promise<string> {
  const now = Date.now();
  const id = newId();
  const email = `${id}@mail.example`;
  const row = { id, employerSeq: seq, email, emailKey: email, role: 'recruiter', invitedBy, createdAt: now, expiresAt: now + 1e6 } as const;
  await fresh.db.insert(employerInvitations).values(row);
  return id;
}

test('who is a recruiter by the time the change is written changes nobody', async () => {
  const [owner, recruiter] = [firm.owner.id, firm.recruiter.id];
  const raise = { employerSeq: firm.seq, accountId: recruiter, by: recruiter, ...silent };
  expect(await people().setRole({ ...raise, role: 'owner' })).toBe(false);
  expect(await people().remove({ ...raise, accountId: owner })).toBe(false);
  expect(await rolesOf(firm)).toEqual(['owner', 'recruiter']);
});

test('an owner of one employer takes back no invitation of another', async () => {
  const other = await makeEmployer(fresh.db);
  const id = await invited(firm, firm.owner.id);
  expect(await people().withdraw({ id, employerSeq: other.seq, by: other.owner.id })).toBe(false);
  expect(await people().withdraw({ id, employerSeq: firm.seq, by: firm.recruiter.id })).toBe(false);
  expect(await invitationsOf(firm)).toBe(1);
  expect(await people().withdraw({ id, employerSeq: firm.seq, by: firm.owner.id })).toBe(true);
});

test('what somebody has asked goes when they leave', async () => {
  const [owner, second] = [firm.owner.id, firm.recruiter.id];
  expect(await people().setRole({ employerSeq: firm.seq, accountId: second, by: owner, role: 'owner', ...silent })).toBe(true);
  await invited(firm, owner);
  await invited(firm, second);
  expect(await people().remove({ employerSeq: firm.seq, accountId: owner, by: owner, ...silent })).toBe(true);
  expect([await invitationsOf(firm), await rolesOf(firm)]).toEqual([1, ['owner']]);
});
