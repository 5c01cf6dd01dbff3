import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { anAddress, openLastLink, visitorOf } from '#tests/support/door.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const NEW = 'seven new words that nobody has';
const MINUTE = 60_000;
const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const who = async (cookie: string) => (await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } })).json();
const account = (changes: object = {}) => makeAccount(board.database.db, changes);
const kinds = async (email: string) => (await mailsTo(board, email)).map(({ kind }) => kind);
const signsIn = async (email: string, password: string) => (await visitorOf(board)('/api/sign-in', { email, password })).status === 200;
const linesOf = async (id: string) =>
  (await rows('select kind from activity where account_id = ? order by rowid', id)).map(({ kind }) => kind);

const withApp = (id: string) =>
  board.database.client.execute({
    sql: "insert into totp_factors (account_id, secret, created_at) values (?, 'sealed elsewhere', 0)",
    args: [id],
  });

test('a new password is set by the link of a mail, once, and ends every session', async () => {
  const { id, email, ...owner } = await account();
  const session = await signedIn(board, { id, role: owner.role });
  const ask = visitorOf(board);
  expect(await ask('/api/forgot', { email: email.toUpperCase() })).toMatchObject({ status: 202, body: { next: 'mail' } });
  const link = await openLastLink(board, { ask, email });
  const opened = await fetch(`${board.origin}/api/links/opened`, { headers: { Cookie: link } });
  expect(await opened.json()).toEqual({ kind: 'reset-password', email, asksFactor: false, blockedUntil: null });
  expect(await ask('/api/reset', { password: NEW }, link)).toMatchObject({ status: 200, body: { is: 'done' } });
  expect(await who(session)).toEqual({ is: 'visitor' });
  expect([await signsIn(email, PASSWORD), await signsIn(email, NEW)]).toEqual([false, true]);
  expect((await ask('/api/reset', { password: 'another set of seven words' }, link)).status).toBe(401);
  expect((await kinds(email)).slice(0, 2)).toEqual(['reset-password', 'password-changed']);
  expect((await linesOf(id)).slice(0, 2)).toEqual(['reset-asked', 'password-reset']);
});

test('an unknown address is answered like a known one, and nobody gets a mail', proves('sign-in-tells-nothing'), async () => {
  const { email } = await account();
  const [known, nobody] = [await visitorOf(board)('/api/forgot', { email }), anAddress()];
  const unknown = await visitorOf(board)('/api/forgot', { email: nobody });
  expect([known.status, known.body, [...known.headers.keys()]]).toEqual([unknown.status, unknown.body, [...unknown.headers.keys()]]);
  expect([await kinds(email), await kinds(nobody)]).toEqual([['reset-password'], []]);
  expect(await rows("select id from link_tokens where account_id is null and kind = 'reset-password'")).toEqual([]);
});

test('a link to set a password opens for half an hour', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  await ask('/api/forgot', { email });
  const { token, facts } = await lastMailTo(board, email);
  const left = Number(facts['until']) - Date.now();
  expect([left > 29 * MINUTE, left <= 30 * MINUTE]).toEqual([true, true]);
  const link = (await ask('/api/links/open', { token })).cookie;
  await board.database.client.execute({
    sql: 'update link_tokens set expires_at = ? where account_id is not null',
    args: [Date.now() - 1],
  });
  expect((await ask('/api/links/open', { token })).status).toBe(404);
  expect((await ask('/api/reset', { password: NEW }, link)).status).toBe(401);
});

test('a newer link takes the place of an older one', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  await ask('/api/forgot', { email });
  const older = await lastMailTo(board, email);
  await ask('/api/forgot', { email });
  expect((await ask('/api/links/open', { token: older.token })).status).toBe(404);
  const link = await openLastLink(board, { ask, email });
  expect((await ask('/api/reset', { password: NEW }, link)).status).toBe(200);
});

test('a stranger who asks again and again takes neither the owner’s link away nor the mails of the owner’s browser', async () => {
  const { email } = await account();
  const home = visitorOf(board);
  const { cookie } = await home('/api/sign-in', { email, password: PASSWORD });
  const stranger = visitorOf(board);
  for (let times = 0; times < 8; times += 1) await stranger('/api/forgot', { email });
  const states = (await mailsTo(board, email)).filter(({ kind }) => kind === 'reset-password').map(({ state }) => state);
  expect(states.filter((state) => state !== 'held')).toHaveLength(3);
  const { token } = await lastMailTo(board, email);
  expect((await stranger('/api/links/open', { token })).status).toBe(200);
  await home('/api/forgot', { email }, cookie);
  const newest = await lastMailTo(board, email);
  expect(newest.token).not.toBe(token);
  const link = (await home('/api/links/open', { token: newest.token })).cookie;
  expect((await home('/api/reset', { password: NEW }, link)).status).toBe(200);
});

test('a link is used by one of two who use it at the same moment', async () => {
  const { id, email } = await account();
  const ask = visitorOf(board);
  await ask('/api/forgot', { email });
  const link = await openLastLink(board, { ask, email });
  const words = ['the first of two long ones', 'the second of two long ones', 'the third of two long ones'];
  const answers = await Promise.all(words.map((password) => ask('/api/reset', { password }, link)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await linesOf(id)).filter((kind) => kind === 'password-reset')).toHaveLength(1);
});

test('while an undone change of address is fresh the mailbox alone sets no password', async () => {
  const { email } = await account({ resetBlockedUntil: Date.now() + 60 * MINUTE });
  const ask = visitorOf(board);
  expect((await ask('/api/forgot', { email })).body).toEqual({ next: 'mail' });
  expect(await mailsTo(board, email)).toMatchObject([{ kind: 'reset-blocked', token: '' }]);
  const other = await account();
  await ask('/api/forgot', { email: other.email });
  const link = await openLastLink(board, { ask, email: other.email });
  await board.database.client.execute({
    sql: 'update accounts set reset_blocked_until = ? where id = ?',
    args: [Date.now() + 60 * MINUTE, other.id],
  });
  expect((await ask('/api/reset', { password: NEW }, link)).status).toBe(403);
  expect(await signsIn(other.email, PASSWORD)).toBe(true);
});

test('a reset asks for the second factor where one stands, and sets nothing without it', async () => {
  const { id, email } = await account();
  await withApp(id);
  const ask = visitorOf(board);
  await ask('/api/forgot', { email });
  const link = await openLastLink(board, { ask, email });
  const opened = await fetch(`${board.origin}/api/links/opened`, { headers: { Cookie: link } });
  expect(await opened.json()).toMatchObject({ asksFactor: true });
  for (const body of [{}, { code: '123456' }, { recoveryCode: 'aaaa-bbbb-cccc' }])
    expect((await ask('/api/reset', { password: NEW, ...body }, link)).status).toBe(400);
  expect(await rows('select used_at from link_tokens where account_id = ?', id)).toEqual([{ used_at: null }]);
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).body).toMatchObject({ is: 'second-factor', ways: ['app'] });
  expect(await signsIn(email, NEW)).toBe(false);
});

test('a mail to set a password brings back an owner whom strangers have slowed down', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  for (let tried = 0; tried < 6; tried += 1) await ask('/api/sign-in', { email, password: 'wrong and wrong again' });
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(429);
  await ask('/api/forgot', { email });
  const link = await openLastLink(board, { ask, email });
  await ask('/api/reset', { password: NEW }, link);
  expect((await ask('/api/sign-in', { email, password: NEW })).status).toBe(200);
});

test('changing the password asks for the one that counts, ends every other session, renews this one, and tells by mail', async () => {
  const owner = await account();
  const [here, elsewhere] = [await signedIn(board, owner), await signedIn(board, owner)];
  const ask = visitorOf(board);
  await ask('/api/forgot', { email: owner.email });
  const reset = await lastMailTo(board, owner.email);
  const wrong = await ask('/api/account/password', { current: 'not this one, not this one', password: NEW }, here);
  expect([wrong.status, wrong.fields]).toEqual([400, ['current']]);
  const changed = await ask('/api/account/password', { current: PASSWORD, password: NEW }, here);
  expect([changed.status, changed.body]).toEqual([200, { is: 'done' }]);
  expect(await who(elsewhere)).toEqual({ is: 'visitor' });
  expect(await who(here)).toEqual({ is: 'visitor' });
  expect(await who(changed.cookie)).toMatchObject({ is: 'seeker' });
  expect([await signsIn(owner.email, PASSWORD), await signsIn(owner.email, NEW)]).toEqual([false, true]);
  expect(await kinds(owner.email)).toContain('password-changed');
  expect(await linesOf(owner.id)).toContain('password-changed');
  expect((await ask('/api/links/open', { token: reset.token })).status).toBe(404);
});

test.each([
  ['a short one', { password: 'too short' }, 400, ['password']],
  ['the one that counts', { password: PASSWORD }, 400, ['password']],
  ['one of the board’s name', { password: 'keepword keepword' }, 400, ['password']],
  ['a field that is none', { accountId: 'x' }, 400, ['accountId']],
])('%s is no new password', async (_, changes, status, fields) => {
  const owner = await account();
  const cookie = await signedIn(board, owner);
  const refused = await visitorOf(board)('/api/account/password', { current: PASSWORD, password: NEW, ...changes }, cookie);
  expect([refused.status, refused.fields]).toEqual([status, fields]);
  expect(await signsIn(owner.email, PASSWORD)).toBe(true);
});

test('nobody else changes a password: no visitor, no old proof, no frozen account, and nobody by guessing in an open session', async () => {
  const ask = visitorOf(board);
  const change = { current: PASSWORD, password: NEW };
  expect((await ask('/api/account/password', change)).status).toBe(401);
  const owner = await account();
  const careful = await account();
  await withApp(careful.id);
  const stale = await signedIn(board, careful, { provenAt: Date.now() - 16 * MINUTE });
  expect((await ask('/api/account/password', change, stale)).body).toMatchObject({ error: { code: 'step_up' } });
  const frozen = await account({ restrictedAt: Date.now() });
  expect((await ask('/api/account/password', change, await signedIn(board, frozen))).body).toMatchObject({ error: { code: 'forbidden' } });
  const open = await signedIn(board, owner, { provenAt: Date.now() - 16 * MINUTE });
  const guesses = [];
  for (let tried = 0; tried < 6; tried += 1)
    guesses.push((await ask('/api/account/password', { ...change, current: `a guess of many, number ${tried}` }, open)).status);
  expect(guesses).toEqual([400, 400, 400, 400, 400, 429]);
  expect(await signsIn(owner.email, PASSWORD)).toBe(true);
});

test('a password that meets a name with line ends and markup is no way into a mail', async () => {
  const owner = await account({ name: 'Ada\r\nBcc: eve@example.org <b>' });
  await visitorOf(board)('/api/forgot', { email: owner.email });
  expect((await lastMailTo(board, owner.email)).kind).toBe('reset-password');
  expect(await mailsTo(board, 'eve@example.org')).toEqual([]);
});
