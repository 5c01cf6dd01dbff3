import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkTokens } from '#db/schema/account-tables.ts';
import { appeals, auditLog, caseFiles, cases, notices, statements } from '#db/schema/moderation-tables.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { withheldJobs } from '#db/schema/tables.ts';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { aPost, makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { newId } from '#worker/kernel/random.ts';
import { liftFreezes } from '#worker/moderation/lift-freezes.ts';

const HOUR = 3_600_000;
const REPORT = {
  ground: 'asks-money',
  explanation: 'It asks for 50 EUR by transfer before the work begins.',
  name: 'Kim Reporter',
  goodFaith: true,
};
const REASONS = { ground: { is: 'rules', rules: ['free-to-apply'] }, explanation: 'The ad asks for money before there is any work.' };

let board: ApiBoard;
let moderator: TestAccount;
let second: TestAccount;
let employer: TestEmployer;
beforeAll(async () => {
  board = await apiBoard();
  const { db } = board.database;
  [moderator, second] = await Promise.all([makeAccount(db, { role: 'moderator' }), makeAccount(db, { role: 'moderator' })]);
  employer = await makeEmployer(db);
});
afterAll(() => board.close());

const send = (path: string, body: unknown, cookie = '') => board.ask(path, ownPost(ORIGIN, { cookie, body }));
const read = async (path: string, cookie = '') => (await board.ask(path, { headers: { Cookie: cookie } })).json();
const anAd = async () => {
  const content = aPost({ title: `Cook ${newId().slice(0, 5)}` });
  return (await makePost(board.database.db, { state: 'published', employer, content, now: board.now })).id;
};
let networks = 0;
/** From a network that nobody else comes from. */
function elsewhere() {
  networks += 1;
  return { 'CF-Connecting-IP': `198.51.${networks}.1` };
}
const statusOf = async (id: string) => (await board.ask(`/api/jobs/${id}`)).status;
const report = async (id: string, changes: object = {}) => {
  const email = `${newId()}@mail.example`;
  const answer = await board.ask(
    `/api/jobs/${id}/report`,
    ownPost(ORIGIN, { cookie: '', body: { ...REPORT, email, ...changes }, headers: elsewhere() }),
  );
  return { email, status: answer.status, id: String((await answer.json()).id) };
};
const openedBy = async (email: string) => {
  const { token } = await lastMailTo(board, email);
  const opened = await send('/api/links/open', { token });
  return opened.headers.getSetCookie().join('; ');
};
const objectTo = async (id: string) =>
  send(`/api/decisions/${id}/object`, { reasons: 'It was misread.' }, await signedIn(board, employer.owner));
const staff = (account: TestAccount) => signedIn(board, account);
const noticeRow = async (id: string) => (await board.database.db.select().from(notices).where(eq(notices.id, id)))[0];

test(
  'a report needs no account, goes first in the queue, restricts nothing, and is confirmed by mail',
  proves('notices-answered'),
  async () => {
    const id = await anAd();
    const sent = await report(id);
    expect(sent.status).toBe(200);
    expect(await statusOf(id)).toBe(200);
    const [waiting] = await board.database.db.select().from(cases).where(eq(cases.subjectId, sent.id));
    expect(waiting).toMatchObject({ kind: 'notice', priority: 0, state: 'open', jobId: id });
    expect((await lastMailTo(board, sent.email)).kind).toBe('notice-received');
    const row = await noticeRow(sent.id);
    expect(JSON.stringify(row)).not.toMatch(/Kim|50 EUR|mail\.example/);
  },
);

test('every field that the law asks for is asked for; for abuse of children neither name nor address', async () => {
  const id = await anAd();
  const fields = async (body: object) =>
    (await (await send(`/api/jobs/${id}/report`, body)).json()).error?.fields.map((one: { field: string }) => one.field);
  expect(await fields({ ...REPORT, email: 'a@mail.example', goodFaith: false })).toEqual(['goodFaith']);
  expect(await fields({ ...REPORT, name: '', email: '' })).toEqual(['name', 'email']);
  expect(await fields({ ...REPORT, email: 'a@mail.example', explanation: ' ' })).toEqual(['explanation']);
  expect(await fields({ ...REPORT, email: 'a@mail.example', ground: 'because' })).toEqual(['ground']);
  expect((await send(`/api/jobs/${id}/report`, { ...REPORT, ground: 'child-abuse', name: '', email: '' })).status).toBe(200);
  expect((await send(`/api/jobs/${newId()}/report`, { ...REPORT, email: 'a@mail.example' })).status).toBe(404);
});

test('the receipt shows all that is kept, and erases its person: the link opens nothing after that', async () => {
  const sent = await report(await anAd());
  const cookie = await openedBy(sent.email);
  expect(await read('/api/notices/receipt', cookie)).toMatchObject({ id: sent.id, name: 'Kim Reporter', email: sent.email, outcome: null });
  expect((await send('/api/notices/receipt/erase', {}, cookie)).status).toBe(200);
  expect((await board.ask('/api/notices/receipt', { headers: { Cookie: cookie } })).status).not.toBe(200);
  expect(await noticeRow(sent.id)).toMatchObject({ notifier: null, accountId: null });
  expect(await board.database.db.select().from(linkTokens).where(eq(linkTokens.subjectId, sent.id))).toEqual([]);
});

test(
  'a freeze takes an ad out of every answer at once, with reasons, and ends by itself after 72 hours',
  proves('freeze-is-short'),
  async () => {
    const id = await anAd();
    const cookie = await staff(moderator);
    expect((await send(`/api/moderate/ads/${id}/freeze`, { reason: 'own-finding', reasons: REASONS }, cookie)).status).toBe(200);
    expect(await statusOf(id)).toBe(404);
    expect((await send(`/api/moderate/ads/${id}/freeze`, { reason: 'own-finding', reasons: REASONS }, cookie)).status).toBe(409);
    const [frozen] = await board.database.db.select().from(withheldJobs);
    expect(frozen).toMatchObject({ why: 'frozen', endsAt: board.now + 72 * HOUR });
    const told = await lastMailTo(board, employer.owner.email);
    expect(told).toMatchObject({ kind: 'decision', facts: { restriction: 'frozen', endsAt: board.now + 72 * HOUR } });
    const later = createContainer(configOf(board.env), () => board.now + 72 * HOUR + 1);
    expect(await liftFreezes(later)).toEqual({ lifted: 1, more: false });
    expect(await liftFreezes(later)).toEqual({ lifted: 0, more: false });
    expect(await statusOf(id)).toBe(200);
    expect((await lastMailTo(board, employer.owner.email)).kind).toBe('decision-reversed');
  },
);

test('no freeze follows a freeze, until something new is reported', proves('freeze-is-short'), async () => {
  const { db } = board.database;
  const id = await anAd();
  const cookie = await staff(moderator);
  const freeze = (by = cookie) => send(`/api/moderate/ads/${id}/freeze`, { reason: 'own-finding', reasons: REASONS }, by);
  await report(id);
  expect((await freeze()).status).toBe(200);
  await db
    .update(statements)
    .set({ appliedAt: board.now - 72 * HOUR })
    .where(eq(statements.jobId, id));
  await db
    .update(notices)
    .set({ receivedAt: board.now - 73 * HOUR })
    .where(eq(notices.jobId, id));
  await liftFreezes(createContainer(configOf(board.env), () => board.now + 72 * HOUR + 1));
  expect(await read(`/api/moderate/ads/${id}`, cookie)).toMatchObject({ state: 'public', wasFrozen: true });
  for (const by of [cookie, await staff(second)]) {
    const refused = await freeze(by);
    expect([refused.status, (await refused.json()).error.message]).toEqual([409, expect.stringContaining('Decide now')]);
  }
  expect(await statusOf(id)).toBe(200);
  const { id: noticeId } = await report(id);
  const [again, twice] = await Promise.all([freeze(), freeze(await staff(second))]);
  expect([again.status, twice.status].sort()).toEqual([200, 409]);
  await send(`/api/moderate/ads/${id}/unfreeze`, { reason: 'mistake', why: 'It is as it should be.' }, cookie);
  await send(`/api/moderate/notices/${noticeId}/decide`, { outcome: 'kept', answer: 'It is as it should be.' }, cookie);
  expect((await freeze()).status).toBe(409);
});

test(
  'a report that was right removes the ad with reasons, tells both sides, and never says who reported',
  proves('decisions-with-reasons'),
  async () => {
    const id = await anAd();
    const [sent, other] = [await report(id), await report(id)];
    const cookie = await staff(moderator);
    const decision = { outcome: 'restricted', answer: 'You were right.', reasons: REASONS };
    expect((await send(`/api/moderate/notices/${sent.id}/decide`, decision, cookie)).status).toBe(200);
    expect(await statusOf(id)).toBe(404);
    for (const { email } of [sent, other]) {
      expect(await lastMailTo(board, email)).toMatchObject({ kind: 'notice-decided', facts: { outcome: 'restricted' } });
    }
    const mail = await lastMailTo(board, employer.owner.email);
    expect(mail).toMatchObject({ kind: 'decision', facts: { restriction: 'removed', rules: ['free-to-apply'], noticed: true } });
    expect(JSON.stringify(mail)).not.toMatch(new RegExp(`Kim|${sent.email}|by transfer`));
    const [statement] = await board.database.db.select().from(statements).where(eq(statements.jobId, id));
    expect(statement).toMatchObject({
      restriction: 'removed',
      source: 'SOURCE_ARTICLE_16',
      category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
    });
    const own = await read(`/api/decisions/${statement?.id}`, await signedIn(board, employer.owner));
    expect(own).toMatchObject({ restriction: 'removed', mayObject: true, noticed: true });
    expect(JSON.stringify(own)).not.toMatch(/Kim|by transfer/);
    expect((await send(`/api/moderate/notices/${sent.id}/decide`, decision, cookie)).status).toBe(409);
    expect(await board.database.db.select().from(caseFiles).where(eq(caseFiles.jobId, id))).toHaveLength(1);
  },
);

test('strangers read no decision, and staff decide on nothing of their own', async () => {
  const { db } = board.database;
  const id = await anAd();
  const cookie = await staff(moderator);
  await send(`/api/moderate/ads/${id}/remove`, { reason: 'own-finding', reasons: REASONS }, cookie);
  const [statement] = await db.select().from(statements).where(eq(statements.jobId, id));
  const path = `/api/decisions/${statement?.id}`;
  const strangers = ['', await signedIn(board, await makeAccount(db)), await signedIn(board, (await makeEmployer(db)).owner)];
  for (const stranger of strangers) {
    expect([401, 403, 404]).toContain((await board.ask(path, { headers: { Cookie: stranger } })).status);
    expect([401, 403, 404]).toContain((await send(`${path}/object`, { reasons: 'Let me in.' }, stranger)).status);
    expect([401, 403]).toContain((await send(`/api/moderate/ads/${id}/restore`, { reason: 'mistake', why: 'Me.' }, stranger)).status);
  }
  const mine = await anAd();
  await db.update(posts).set({ accountId: moderator.id }).where(eq(posts.id, mine));
  expect((await send(`/api/moderate/ads/${mine}/remove`, { reason: 'own-finding', reasons: REASONS }, cookie)).status).toBe(403);
});

test('an objection is decided by another person, and a decision that was wrong is put right', proves('objection-by-another'), async () => {
  const { db } = board.database;
  const id = await anAd();
  await send(`/api/moderate/ads/${id}/remove`, { reason: 'own-finding', reasons: REASONS }, await staff(moderator));
  const [statement] = await db.select().from(statements).where(eq(statements.jobId, id));
  const author = await signedIn(board, employer.owner);
  const reasons = 'The fee is a deposit for the uniform, and paid back.';
  expect((await send(`/api/decisions/${statement?.id}/object`, { reasons }, author)).status).toBe(200);
  expect((await send(`/api/decisions/${statement?.id}/object`, { reasons }, author)).status).toBe(409);
  const [appeal] = await db
    .select()
    .from(appeals)
    .where(eq(appeals.statementId, statement?.id ?? ''));
  const path = `/api/moderate/appeals/${appeal?.id}`;
  const decision = { outcome: 'reversed', answer: 'The deposit is lawful.' };
  expect((await send(`${path}/decide`, decision, await staff(moderator))).status).toBe(403);
  expect(await read(path, await staff(second))).toMatchObject({ reasons, isFirst: false });
  const both = await Promise.all([
    send(`${path}/decide`, decision, await staff(second)),
    send(`${path}/decide`, decision, await staff(second)),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await statusOf(id)).toBe(200);
  expect(await lastMailTo(board, employer.owner.email)).toMatchObject({ kind: 'appeal-decided', facts: { outcome: 'reversed' } });
  const [after] = await db.select().from(statements).where(eq(statements.jobId, id));
  expect(after?.reversedAt).toBe(board.now);
});

test('the way to object is open until its day, and not after', async () => {
  const { db } = board.database;
  const id = await anAd();
  await send(`/api/moderate/ads/${id}/remove`, { reason: 'own-finding', reasons: REASONS }, await staff(moderator));
  const [statement] = await db.select().from(statements).where(eq(statements.jobId, id));
  const until = (objectionUntil: number) => db.update(statements).set({ objectionUntil }).where(eq(statements.jobId, id));
  await until(board.now);
  expect((await objectTo(statement?.id ?? '')).status).toBe(409);
  await until(board.now + 1);
  expect((await objectTo(statement?.id ?? '')).status).toBe(200);
});

test('a rejection that was wrong puts the post into the queue again, in its author’s words and before others', async () => {
  const { db } = board.database;
  const post = await makePost(db, { state: 'rejected', employer, now: board.now });
  const container = createContainer(configOf(board.env), () => board.now);
  const made = await container.makeStatement({
    restriction: 'rejected',
    about: { jobId: post.id },
    title: post.content.title,
    revisionId: post.revisionId,
    caseId: post.caseId,
    noticeId: null,
    ground: { rules: ['pay-named'] },
    explanation: 'The ad names no pay.',
    contentLanguage: 'en',
    contentAt: board.now,
    automatedDetection: true,
    decidedBy: 'somebody',
  });
  await container.withheldAds.run(made.statements);
  expect(await lastMailTo(board, employer.owner.email)).toMatchObject({
    kind: 'decision',
    facts: { restriction: 'rejected', checked: true },
  });
  await objectTo(made.id);
  const [appeal] = await db.select().from(appeals).where(eq(appeals.statementId, made.id));
  const decision = { outcome: 'reversed', answer: 'The pay stands in the second line.' };
  expect((await send(`/api/moderate/appeals/${appeal?.id}/decide`, decision, await staff(second))).status).toBe(200);
  const [row] = await db.select().from(posts).where(eq(posts.id, post.id));
  expect(row).toMatchObject({ state: 'submitted', waitingRevisionId: post.revisionId });
  const open = await db
    .select()
    .from(cases)
    .where(and(eq(cases.jobId, post.id), eq(cases.state, 'open')));
  expect(open).toMatchObject([{ kind: 'post', revisionId: post.revisionId, title: post.content.title, priority: 1 }]);
});

test('whoever reported may object to an ad’s staying, and a third unfounded report slows the address, and says so', async () => {
  const email = `${newId()}@mail.example`;
  const cookie = await staff(moderator);
  for (let nth = 1; nth <= 3; nth += 1) {
    const sent = await report(await anAd(), { email });
    await openedBy(email);
    await send(`/api/moderate/notices/${sent.id}/decide`, { outcome: 'abusive', answer: 'Nothing of it is there.' }, cookie);
    const { facts } = await lastMailTo(board, email);
    expect(facts.slowedUntil === null).toBe(nth < 3);
  }
  expect((await report(await anAd(), { email })).status).toBe(429);
  const link = await openedBy(email);
  expect((await send('/api/notices/receipt/object', { reasons: 'Look at the last line of it.' }, link)).status).toBe(200);
  expect(await read('/api/notices/receipt', link)).toMatchObject({ appeal: { outcome: null }, objectionUntil: null });
});

test('nobody slows somebody else by giving their address: only whoever opens its mail, or is signed in with it, is counted', async () => {
  const { db } = board.database;
  const victim = await makeAccount(db);
  const cookie = await staff(moderator);
  const abusive = { outcome: 'abusive', answer: 'Nothing of it is there.' };
  for (let nth = 1; nth <= 4; nth += 1) {
    const { id } = await report(await anAd(), { email: victim.email });
    expect((await send(`/api/moderate/notices/${id}/decide`, abusive, cookie)).status).toBe(200);
    expect((await lastMailTo(board, victim.email)).facts).toMatchObject({ slowedUntil: null });
  }
  const own = await signedIn(board, victim);
  for (let nth = 1; nth <= 3; nth += 1) {
    const sent = await send(`/api/jobs/${await anAd()}/report`, { ...REPORT, email: victim.email }, own);
    const { id } = await sent.json();
    await send(`/api/moderate/notices/${id}/decide`, abusive, cookie);
    expect((await lastMailTo(board, victim.email)).facts.slowedUntil === null).toBe(nth < 3);
  }
});

test('reports from addresses that nobody has confirmed have a budget for each network, and whoever is signed in has one of their own', async () => {
  const id = await anAd();
  const member = await makeAccount(board.database.db);
  const cookie = await signedIn(board, member);
  const from = async (address: string, email: string, own = '') => {
    const body = { ...REPORT, email };
    const headers = { 'CF-Connecting-IP': address };
    return board.ask(`/api/jobs/${id}/report`, ownPost(ORIGIN, { cookie: own, body, headers }));
  };
  for (let nth = 0; nth < 20; nth += 1) expect((await from('192.0.2.7', `${newId()}@mail.example`)).status).toBe(200);
  const refused = await from('192.0.2.7', `${newId()}@mail.example`);
  expect([refused.status, (await refused.json()).error.message]).toEqual([429, expect.stringContaining('your network')]);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await from('192.0.2.7', `${newId()}@mail.example`, cookie)).status).toBe(429);
  expect((await from('192.0.2.7', member.email, cookie)).status).toBe(200);
  expect((await from('192.0.2.8', `${newId()}@mail.example`)).status).toBe(200);
});

test('who reported stands behind a look that is written down before it shows anything', async () => {
  const sent = await report(await anAd());
  const cookie = await staff(moderator);
  expect(JSON.stringify(await read(`/api/moderate/notices/${sent.id}`, cookie))).not.toMatch(/Kim|mail\.example/);
  expect(await (await send(`/api/moderate/notices/${sent.id}/notifier`, {}, cookie)).json()).toEqual({
    name: 'Kim Reporter',
    email: sent.email,
  });
  const lines = await board.database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, sent.id), eq(auditLog.act, 'notice-seen')));
  expect(lines).toHaveLength(1);
});

test('the totals count reports, decisions and what was taken back; the file for the EU holds nobody’s data', async () => {
  const totals = await read('/api/transparency');
  expect(totals.total).toMatchObject({ abusive: 10 });
  expect(totals.total.notices).toBeGreaterThan(5);
  expect(totals.total.reversed).toBeGreaterThan(0);
  expect(totals.medianNotice).toBe(0);
  expect(totals.months).toHaveLength(12);
  const day = new Date(board.now).toISOString().slice(0, 10);
  const file = await (await send('/api/moderate/statements/export', { from: day, until: day }, await staff(moderator))).json();
  expect(file.statements.length).toBeGreaterThan(2);
  expect(JSON.stringify(file)).not.toMatch(/@|Kim|Cook/);
  const [led] = await board.database.db.select().from(statements).where(isNotNull(statements.noticeId));
  await board.database.db
    .update(statements)
    .set({ explanation: 'We believe what Kim Reporter wrote.' })
    .where(eq(statements.id, led?.id ?? ''));
  const again = await (await send('/api/moderate/statements/export', { from: day, until: day }, await staff(moderator))).json();
  expect(again.refused).toEqual([{ id: led?.id, field: 'explanation' }]);
  expect(JSON.stringify(again)).not.toContain('Kim');
  expect((await mailsTo(board, moderator.email)).length).toBe(0);
});
