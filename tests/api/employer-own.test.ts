import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { approveStatements } from '#db/repositories/post-decisions.ts';
import { appeals, statements } from '#db/schema/moderation-tables.ts';
import { domainProofs, employerMembers, posts } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { makeAccount, type TestAccount } from '#tests/support/accounts.ts';
import { at, linkCookie } from '#tests/support/employers.ts';
import { lastMailTo } from '#tests/support/mails-to.ts';
import { approvalOf, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { newId } from '#worker/kernel/random.ts';
import { liftFreezes } from '#worker/moderation/lift-freezes.ts';

const WHY = { reason: 'own-finding' };
const REASONS = { ground: { is: 'rules', rules: ['free-to-apply'] }, explanation: 'The ad asks for money before there is any work.' };
const SUSPEND = { ...WHY, reasons: REASONS };
const RESTORE = { ...WHY, why: 'It was somebody else.' };

let board: ApiBoard;
let moderator: TestAccount;
beforeAll(async () => {
  board = await apiBoard();
  moderator = await makeAccount(board.database.db, { role: 'moderator' });
});
afterAll(() => board.close());

const another = async () => at(board, await makeAccount(board.database.db, { role: 'moderator' }));
const slugOf = async (ad: string) => (await (await board.ask(`/api/jobs/${ad}`)).json()).employer?.slug;
const statusOf = async (ad: string) => (await board.ask(`/api/jobs/${ad}`)).status;
const path = ({ id }: TestEmployer, act: string) => `/api/admin/employers/${id}/${act}`;

async function withAd() {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { employer: firm, state: 'published', now: board.now });
  return { ...firm, ad: id };
}

/** An employer that the moderator works for as well. */
async function own() {
  const firm = await withAd();
  await board.database.db
    .insert(employerMembers)
    .values({ employerSeq: firm.seq, accountId: moderator.id, role: 'recruiter', since: board.now });
  return firm;
}

const suspensionsOf = ({ seq }: TestEmployer) =>
  board.database.db.select().from(statements).where(eq(statements.employerSeq, seq)).orderBy(statements.appliedAt, statements.id);

test('nobody suspends, restores, merges or parts an employer of their own', async () => {
  const [mine, other] = [await own(), await withAd()];
  const [staff, colleague] = [await at(board, moderator), await another()];
  expect((await staff.post(path(mine, 'suspend'), SUSPEND)).status).toBe(403);
  expect((await colleague.post(path(mine, 'suspend'), SUSPEND)).status).toBe(200);
  expect((await staff.post(path(mine, 'restore'), RESTORE)).status).toBe(403);
  expect(await statusOf(mine.ad)).not.toBe(200);
  expect((await colleague.post(path(mine, 'restore'), RESTORE)).status).toBe(200);
  expect((await staff.post(path(mine, 'merge'), { ...WHY, into: other.id })).status).toBe(403);
  expect((await staff.post(path(other, 'merge'), { ...WHY, into: mine.id })).status).toBe(403);
  expect((await colleague.post(path(mine, 'merge'), { ...WHY, into: other.id })).status).toBe(200);
  expect((await staff.post(path(mine, 'unmerge'), WHY)).status).toBe(403);
});

test('what a suspended employer has published does not come back by merging it with another', async () => {
  const [bad, good] = [await withAd(), await withAd()];
  const staff = await another();
  expect((await staff.post(path(bad, 'suspend'), SUSPEND)).status).toBe(200);
  expect((await staff.post(path(bad, 'merge'), { ...WHY, into: good.id })).status).toBe(409);
  expect((await staff.post(path(good, 'merge'), { ...WHY, into: bad.id })).status).toBe(409);
  expect([await statusOf(bad.ad), await statusOf(good.ad)]).toEqual([404, 200]);
});

test('a post that waited at the merger and was approved after it goes back to its employer, ad and all', async () => {
  const [from, into] = [await withAd(), await withAd()];
  const staff = await another();
  const waiting = await makePost(board.database.db, { employer: from, state: 'submitted', now: board.now });
  expect((await staff.post(path(from, 'merge'), { ...WHY, into: into.id })).status).toBe(200);
  await runOrNothing(board.database.db, approveStatements(board.database.db, approvalOf(waiting, board.now)));
  expect(await slugOf(waiting.id)).toBe(into.slug);
  const written = await makePost(board.database.db, { employer: into, state: 'published', now: board.now });
  expect((await staff.post(path(from, 'unmerge'), WHY)).status).toBe(200);
  expect(await slugOf(waiting.id)).toBe(from.slug);
  expect((await board.database.db.select().from(posts).where(eq(posts.id, waiting.id)))[0]?.employerSeq).toBe(from.seq);
  expect(await slugOf(written.id)).toBe(into.slug);
});

test('an objection to a suspension that is over lifts no later one', async () => {
  const firm = await withAd();
  const [staff, owner] = [await another(), await at(board, firm.owner)];
  await staff.post(path(firm, 'suspend'), SUSPEND);
  const [first] = await suspensionsOf(firm);
  expect((await owner.post(`/api/decisions/${first?.id}/object`, { reasons: 'It was not us.' })).status).toBe(200);
  await staff.post(path(firm, 'restore'), RESTORE);
  expect((await suspensionsOf(firm))[0]?.reversedAt).toBe(board.now);
  await staff.post(path(firm, 'suspend'), SUSPEND);
  const [appeal] = await board.database.db
    .select()
    .from(appeals)
    .where(eq(appeals.statementId, first?.id ?? ''));
  const decided = await (await another()).post(`/api/moderate/appeals/${appeal?.id}/decide`, {
    outcome: 'reversed',
    answer: 'It was not.',
  });
  expect(decided.status).toBe(200);
  expect(await statusOf(firm.ad)).toBe(404);
});

test('an objection to a freeze is decided also after the freeze is over', async () => {
  const firm = await withAd();
  const [staff, owner] = [await another(), await at(board, firm.owner)];
  expect((await staff.post(`/api/moderate/ads/${firm.ad}/freeze`, { ...WHY, reasons: REASONS })).status).toBe(200);
  const [frozen] = await board.database.db.select().from(statements).where(eq(statements.jobId, firm.ad));
  expect((await owner.post(`/api/decisions/${frozen?.id}/object`, { reasons: 'There was no hurry.' })).status).toBe(200);
  await liftFreezes(createContainer(configOf(board.env), () => board.now + 73 * 3_600_000));
  const [appeal] = await board.database.db
    .select()
    .from(appeals)
    .where(eq(appeals.statementId, frozen?.id ?? ''));
  const decision = { outcome: 'reversed', answer: 'There was no hurry.' };
  expect((await (await another()).post(`/api/moderate/appeals/${appeal?.id}/decide`, decision)).status).toBe(200);
  expect(await statusOf(firm.ad)).toBe(200);
});

test('nobody decides on the suspension of their own employer by an objection', async () => {
  const firm = await own();
  const owner = await at(board, firm.owner);
  await (await another()).post(path(firm, 'suspend'), SUSPEND);
  const [first] = await suspensionsOf(firm);
  await owner.post(`/api/decisions/${first?.id}/object`, { reasons: 'It was not us.' });
  const [appeal] = await board.database.db
    .select()
    .from(appeals)
    .where(eq(appeals.statementId, first?.id ?? ''));
  const decision = { outcome: 'reversed', answer: 'It was not.' };
  expect((await (await at(board, moderator)).post(`/api/moderate/appeals/${appeal?.id}/decide`, decision)).status).toBe(403);
  expect(await statusOf(firm.ad)).toBe(404);
});

test('a proof that was begun by somebody who has left makes no mark', async () => {
  const firm = await withAd();
  await board.database.db.update(employerMembers).set({ role: 'owner' }).where(eq(employerMembers.accountId, firm.recruiter.id));
  const [leaver, domain] = [await at(board, firm.recruiter), `${newId().slice(0, 10)}.com`];
  const asked = await leaver.post(`/api/hire/employers/${firm.id}/proofs`, { way: 'mail', domain, mailbox: 'admin' });
  expect(asked.status).toBe(201);
  const owner = await at(board, firm.owner);
  expect((await owner.post(`/api/hire/employers/${firm.id}/members/${firm.recruiter.id}/remove`, {})).status).toBe(200);
  const link = await linkCookie(board, (await lastMailTo(board, `admin@${domain}`)).token);
  await (await at(board, null)).post('/api/hire/prove', {}, link);
  const [row] = await board.database.db.select().from(employers).where(eq(employers.id, firm.id));
  const [proof] = await board.database.db.select().from(domainProofs).where(eq(domainProofs.employerSeq, firm.seq));
  expect([row?.verifiedDomain, proof?.provenAt]).toEqual([null, null]);
});
