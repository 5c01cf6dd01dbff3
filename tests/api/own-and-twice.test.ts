import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appeals, notices, statements } from '#db/schema/moderation-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { aPost, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';

const REPORT = {
  ground: 'asks-money',
  explanation: 'The owner, my neighbour, asked me for 50 EUR before the work began.',
  name: 'Kim Reporter',
  goodFaith: true,
};
const REASONS = { ground: { is: 'rules', rules: ['free-to-apply'] }, explanation: 'The ad asks for money before there is any work.' };
const FREEZE = { reason: 'own-finding', reasons: REASONS };

let board: ApiBoard;
let moderator: TestAccount;
let second: TestAccount;
beforeAll(async () => {
  board = await apiBoard();
  const { db } = board.database;
  [moderator, second] = await Promise.all([makeAccount(db, { role: 'moderator' }), makeAccount(db, { role: 'moderator' })]);
});
afterAll(() => board.close());

const send = (path: string, body: unknown, cookie = '') => board.ask(path, ownPost(ORIGIN, { cookie, body }));
const read = async (path: string, cookie = '') => (await board.ask(path, { headers: { Cookie: cookie } })).json();
const statusOf = async (id: string) => (await board.ask(`/api/jobs/${id}`)).status;

/** A public ad of an employer of its own. */
async function anAd(employer?: TestEmployer) {
  const { db } = board.database;
  const firm = employer ?? (await makeEmployer(db));
  const content = aPost({ title: `Cook ${newId().slice(0, 5)}` });
  return { id: (await makePost(db, { state: 'published', employer: firm, content, now: board.now })).id, firm };
}

/** The same, of an employer that the moderator works for as well. */
async function ownAd() {
  const ad = await anAd();
  await board.database.db
    .insert(employerMembers)
    .values({ employerSeq: ad.firm.seq, accountId: moderator.id, role: 'owner', since: board.now });
  return ad;
}

async function report(id: string, cookie = '') {
  const email = `${newId()}@mail.example`;
  const answer = await send(`/api/jobs/${id}/report`, { ...REPORT, email }, cookie);
  return { email, id: String((await answer.json()).id) };
}

async function openedBy(email: string) {
  const { token } = await lastMailTo(board, email);
  const opened = await send('/api/links/open', { token });
  return opened.headers.getSetCookie().join('; ');
}

const statementOf = async (jobId: string, restriction: 'frozen' | 'removed') =>
  (await board.database.db.select().from(statements).where(sql`job_id = ${jobId} and restriction = ${restriction}`))[0];
const appealTo = async (statementId: string) =>
  (await board.database.db.select().from(appeals).where(eq(appeals.statementId, statementId)))[0]?.id ?? '';

test('a report is decided once: whoever comes second restricts nothing with it', async () => {
  const { id } = await anAd();
  const sent = await report(id);
  const path = `/api/moderate/notices/${sent.id}/decide`;
  expect((await send(path, { outcome: 'kept', answer: 'There is nothing of it.' }, await signedIn(board, moderator))).status).toBe(200);
  const late = { outcome: 'restricted', answer: 'You were right.', reasons: REASONS };
  expect((await send(path, late, await signedIn(board, second))).status).toBe(409);
  expect(await statusOf(id)).toBe(200);
  expect((await board.database.db.select().from(notices).where(eq(notices.id, sent.id)))[0]?.outcome).toBe('kept');
});

test('a moderator learns nothing of who reported an ad of their own employer, nor in which words', async () => {
  const { id } = await ownAd();
  const sent = await report(id);
  const cookie = await signedIn(board, moderator);
  for (const what of ['notifier', 'danger']) {
    const answer = await send(`/api/moderate/notices/${sent.id}/${what}`, {}, cookie);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toMatch(/Kim|neighbour/);
  }
  expect(await read(`/api/moderate/notices/${sent.id}`, cookie)).toMatchObject({ explanation: null, ad: { isOwn: true } });
  expect(await read(`/api/moderate/notices/${sent.id}`, await signedIn(board, second))).toMatchObject({ explanation: REPORT.explanation });
  expect((await send(`/api/moderate/ads/${id}/copies`, {}, cookie)).status).toBe(403);
});

test('an objection against an ad’s staying is not turned down by those whose ad it is, and they do not read it', async () => {
  const { id } = await ownAd();
  const sent = await report(id);
  const other = await signedIn(board, second);
  await send(`/api/moderate/notices/${sent.id}/decide`, { outcome: 'kept', answer: 'There is nothing of it.' }, other);
  const link = await openedBy(sent.email);
  expect((await send('/api/notices/receipt/object', { reasons: 'It is my neighbour who asked me.' }, link)).status).toBe(200);
  const [appeal] = await board.database.db.select().from(appeals).where(eq(appeals.noticeId, sent.id));
  const path = `/api/moderate/appeals/${appeal?.id}`;
  const cookie = await signedIn(board, moderator);
  expect(JSON.stringify(await read(path, cookie))).not.toMatch(/neighbour/);
  expect((await send(`${path}/decide`, { outcome: 'upheld', answer: 'It stays.' }, cookie)).status).toBe(403);
});

test('nobody decides on a report of their own', async () => {
  const { id } = await anAd();
  const cookie = await signedIn(board, moderator);
  const sent = await report(id, cookie);
  const decision = { outcome: 'restricted', answer: 'You were right.', reasons: REASONS };
  expect((await send(`/api/moderate/notices/${sent.id}/decide`, decision, cookie)).status).toBe(403);
  expect((await send(`/api/moderate/notices/${sent.id}/decide`, decision, await signedIn(board, second))).status).toBe(200);
});

test('taking back a freeze that became a removal leaves the removal as it is', async () => {
  const { id, firm } = await anAd();
  const cookie = await signedIn(board, moderator);
  expect((await send(`/api/moderate/ads/${id}/freeze`, FREEZE, cookie)).status).toBe(200);
  expect((await send(`/api/moderate/ads/${id}/remove`, FREEZE, cookie)).status).toBe(200);
  const frozen = (await statementOf(id, 'frozen'))?.id ?? '';
  const author = await signedIn(board, firm.owner);
  expect((await send(`/api/decisions/${frozen}/object`, { reasons: 'There was no hurry.' }, author)).status).toBe(200);
  const decision = { outcome: 'reversed', answer: 'There was no hurry.' };
  expect((await send(`/api/moderate/appeals/${await appealTo(frozen)}/decide`, decision, await signedIn(board, second))).status).toBe(200);
  expect(await statusOf(id)).not.toBe(200);
  expect(await statementOf(id, 'frozen')).toMatchObject({ reversedAt: board.now });
  expect(await statementOf(id, 'removed')).toMatchObject({ reversedAt: null });
});

test('a freeze names only a report of that very ad', async () => {
  const [{ id }, other] = [await anAd(), await anAd()];
  const sent = await report(other.id);
  const cookie = await signedIn(board, moderator);
  expect((await send(`/api/moderate/ads/${id}/freeze`, { ...FREEZE, noticeId: sent.id }, cookie)).status).toBe(404);
  expect(await statusOf(id)).toBe(200);
});

test('the reasons go to those who own the employer now, not to somebody who has left it', async () => {
  const { db } = board.database;
  const firm = await makeEmployer(db);
  const author = { is: 'member', accountId: firm.recruiter.id } as const;
  const { id } = await makePost(db, { state: 'published', employer: firm, author, content: aPost(), now: board.now });
  await db.delete(employerMembers).where(eq(employerMembers.accountId, firm.recruiter.id));
  await send(`/api/moderate/ads/${id}/remove`, FREEZE, await signedIn(board, moderator));
  const removed = (await statementOf(id, 'removed'))?.id;
  expect(await mailsTo(board, firm.recruiter.email)).toEqual([]);
  expect(await lastMailTo(board, firm.owner.email)).toMatchObject({ kind: 'decision' });
  expect((await board.ask(`/api/decisions/${removed}`, { headers: { Cookie: await signedIn(board, firm.recruiter) } })).status).toBe(404);
});

test('the reasons of a rejection hold nobody’s address or number: they go to the EU’s database', async () => {
  const { db } = board.database;
  const { caseId, id } = await makePost(db, { state: 'submitted', employer: await makeEmployer(db), content: aPost(), now: board.now });
  const cookie = await signedIn(board, moderator);
  const path = `/api/moderate/cases/${caseId}/reject`;
  const refused = await send(path, { rules: ['free-to-apply'], note: 'Take eva@firm.example out of it.' }, cookie);
  expect([refused.status, (await refused.json()).error.fields[0].field]).toEqual([400, 'note']);
  expect((await send(path, { rules: ['free-to-apply'], note: 'It asks for money.' }, cookie)).status).toBe(200);
  expect(await db.select().from(statements).where(eq(statements.jobId, id))).toHaveLength(1);
});
