import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, activity, sessions } from '#db/schema/account-tables.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import type { SessionList } from '#worker/accounts/model/session-list.ts';
import type { SessionView } from '#worker/accounts/model/session-view.ts';
import { EXEMPT_FROM_SAME_ORIGIN } from '#worker/http/same-origin.ts';
import { newId } from '#worker/kernel/random.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const post = (path: string, cookie: string, body: unknown = {}) => fetch(board.origin + path, ownPost(board.origin, { cookie, body }));
const read = (path: string, cookie: string) => fetch(board.origin + path, { headers: { Cookie: cookie } });
const who = async (cookie: string): Promise<SessionView> => (await read('/api/session', cookie)).json();
const listed = async (cookie: string): Promise<SessionList['sessions']> =>
  (await (await read('/api/account/sessions', cookie)).json()).sessions;
const rowsOf = ({ id }: TestAccount) => board.database.db.select().from(sessions).where(eq(sessions.accountId, id));
const kindsOf = async ({ id }: TestAccount) =>
  (await board.database.db.select().from(activity).where(eq(activity.accountId, id))).map(({ kind }) => kind);

test('a session says who is signed in, and no more than the header needs', async () => {
  const account = await makeAccount(board.database.db, { name: 'Zoë', restrictedAt: 1 });
  const response = await read('/api/session', await signedIn(board, account));
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  expect(await response.json()).toEqual({
    is: 'seeker',
    name: 'Zoë',
    email: account.email,
    restricted: true,
    suspended: false,
    proof: 'password',
  });
});

test('nobody is signed in by no cookie, an invented one, a hash from the database or one that has ended', async () => {
  const account = await makeAccount(board.database.db);
  const ended = await signedIn(board, account, { expiresAt: Date.now() - 1 });
  const over = await signedIn(board, account, { endsAt: Date.now() - 1 });
  const otherRole = await signedIn(board, account, { role: 'administrator' });
  const [row] = await rowsOf(account);
  for (const cookie of [
    '',
    'session=',
    `session=${'a'.repeat(40)}`,
    `session=${row?.id}`,
    `session=${'x'.repeat(9000)}`,
    ended,
    over,
    otherRole,
  ])
    expect(await who(cookie), cookie.slice(0, 60)).toEqual({ is: 'visitor' });
  expect(await rowsOf(account), 'what has ended is gone').toEqual([]);
});

test('signing out ends the session, has the browser forget, and leaves the other sessions', async () => {
  const account = await makeAccount(board.database.db);
  const [here, elsewhere] = [await signedIn(board, account), await signedIn(board, account)];
  const response = await post('/api/sign-out', here);
  expect(response.status).toBe(200);
  expect(response.headers.get('Clear-Site-Data')).toBe('"cache"');
  const cookies = response.headers.getSetCookie();
  expect(cookies).toContain('session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly');
  expect(cookies.join()).not.toContain('consent');
  expect(await who(here)).toEqual({ is: 'visitor' });
  expect(await who(elsewhere)).toMatchObject({ is: 'seeker' });
  expect(await kindsOf(account)).toEqual(['signed-out']);
});

test('signing out twice, or without a session, is as signing out once', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  for (const sent of [cookie, cookie, '']) expect((await post('/api/sign-out', sent)).status).toBe(200);
  expect(await kindsOf(account)).toEqual(['signed-out']);
});

test('signing out everywhere ends every session of one’s own, and of nobody else', async () => {
  const [mine, theirs] = [await makeAccount(board.database.db), await makeAccount(board.database.db)];
  const [here, elsewhere, stranger] = [await signedIn(board, mine), await signedIn(board, mine), await signedIn(board, theirs)];
  expect((await post('/api/sign-out/everywhere', here)).status).toBe(200);
  for (const cookie of [here, elsewhere]) expect(await who(cookie)).toEqual({ is: 'visitor' });
  expect(await who(stranger)).toMatchObject({ is: 'seeker' });
});

test('a hundred requests that race a sign-out never bring its session back', async () => {
  const account = await makeAccount(board.database.db);
  const long = Date.now() - 3_600_000;
  const cookie = await signedIn(board, account, { seenAt: long, createdAt: long });
  const racing = Array.from({ length: 50 }, () => who(cookie));
  const leaving = post('/api/sign-out', cookie);
  const proving = Array.from({ length: 50 }, () => who(cookie));
  await Promise.all([...racing, leaving, ...proving]);
  expect(await rowsOf(account)).toEqual([]);
  expect(await who(cookie)).toEqual({ is: 'visitor' });
});

test('one’s sessions are listed: when, where by country, which kind of browser, and no address', proves('sessions-in-view'), async () => {
  const account = await makeAccount(board.database.db);
  const here = await signedIn(board, account, { browser: 'Firefox on Windows', country: 'FI' });
  await signedIn(board, account, { browser: 'Safari on iOS', country: 'SE', seenAt: Date.now() - 1000 });
  await signedIn(board, account, { expiresAt: Date.now() - 1 });
  await signedIn(board, await makeAccount(board.database.db));
  const sessions = await listed(here);
  expect(sessions.map(({ isThis, browser, country }) => ({ isThis, browser, country }))).toEqual([
    { isThis: true, browser: 'Firefox on Windows', country: 'FI' },
    { isThis: false, browser: 'Safari on iOS', country: 'SE' },
  ]);
  expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(['browser', 'country', 'endsAt', 'handle', 'isThis', 'seenAt', 'startedAt']);
});

test('one ends a session of one’s own by its handle', proves('sessions-in-view'), async () => {
  const account = await makeAccount(board.database.db);
  const [here, lost] = [await signedIn(board, account), await signedIn(board, account)];
  const handle = (await listed(here)).find(({ isThis }) => !isThis)?.handle;
  const response = await post(`/api/account/sessions/${handle}/end`, here);
  expect(response.status).toBe(200);
  expect((await response.json()).sessions).toHaveLength(1);
  expect(await who(lost)).toEqual({ is: 'visitor' });
  expect(await kindsOf(account)).toEqual(['session-ended']);
});

test('a handle of another account’s session is answered like one that never was', async () => {
  const mine = await signedIn(board, await makeAccount(board.database.db));
  const theirs = await makeAccount(board.database.db);
  const stranger = await signedIn(board, theirs);
  const [row] = await rowsOf(theirs);
  const answers = await Promise.all([row?.handle, newId()].map((handle) => post(`/api/account/sessions/${handle}/end`, mine)));
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
  expect(known).toBe(unknown);
  expect(await who(stranger)).toMatchObject({ is: 'seeker' });
});

test('ending all others leaves the one that asks', proves('sessions-in-view'), async () => {
  const account = await makeAccount(board.database.db);
  const [here, elsewhere, stranger] = [
    await signedIn(board, account),
    await signedIn(board, account),
    await signedIn(board, await makeAccount(board.database.db)),
  ];
  expect((await (await post('/api/account/sessions/end-others', here)).json()).sessions).toMatchObject([{ isThis: true }]);
  expect(await who(elsewhere)).toEqual({ is: 'visitor' });
  expect(await who(stranger)).toMatchObject({ is: 'seeker' });
});

test('whoever restricted their account still sees and ends sessions', async () => {
  const account = await makeAccount(board.database.db, { restrictedAt: Date.now() });
  const here = await signedIn(board, account);
  await signedIn(board, account);
  expect((await post('/api/account/sessions/end-others', here)).status).toBe(200);
  expect((await post('/api/sign-out', here)).status).toBe(200);
});

test('a session of a deleted account opens nothing', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  await board.database.db.delete(accounts).where(eq(accounts.id, account.id));
  expect(await who(cookie)).toEqual({ is: 'visitor' });
  expect((await read('/api/account/sessions', cookie)).status).toBe(401);
});

test('another site cannot sign anybody out', async () => {
  const cookie = await signedIn(board, await makeAccount(board.database.db));
  for (const headers of [{ Origin: 'https://elsewhere.example' }, { Origin: board.origin, 'Sec-Fetch-Site': 'cross-site' }, {}])
    expect((await fetch(`${board.origin}/api/sign-out`, { method: 'POST', headers: { Cookie: cookie, ...headers } })).status).toBe(403);
  expect(await who(cookie)).toMatchObject({ is: 'seeker' });
});

test('what any site may send is answered without a look at the cookies', proves('other-sites-cannot-act'), async () => {
  const account = await makeAccount(board.database.db);
  const ended = await signedIn(board, account, { expiresAt: Date.now() - 1 });
  for (const path of EXEMPT_FROM_SAME_ORIGIN)
    await fetch(board.origin + path, { method: 'POST', headers: { Origin: 'https://elsewhere.example', Cookie: ended } });
  expect(await rowsOf(account), 'a look would have taken it away').toHaveLength(1);
  await who(ended);
  expect(await rowsOf(account)).toEqual([]);
});

const form = (cookie: string, fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers: {
    Origin: board.origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    Cookie: cookie,
  },
  body: new URLSearchParams(fields).toString(),
});

test('the page of sessions ends one without a script', async () => {
  const account = await makeAccount(board.database.db);
  const here = await signedIn(board, account, { country: 'FI' });
  const lost = await signedIn(board, account, { browser: 'Safari on iOS' });
  const page = await (await read('/account/sessions', here)).text();
  for (const said of ['Finland', 'Country not known', 'Safari on iOS', 'this one']) expect(page).toContain(said);
  const handle = /name="handle" value="([a-z2-7]{20})"/.exec(page)?.[1] ?? '';
  const answer = await fetch(`${board.origin}/account/sessions`, form(here, { handle }));
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account/sessions?ended']);
  expect(await who(lost)).toEqual({ is: 'visitor' });
  const again = await fetch(`${board.origin}/account/sessions`, form(here, { handle }));
  expect(again.status).toBe(404);
  expect(await again.text()).toContain('has ended already');
});

test('the page for signing out does so by its button alone, here or everywhere', async () => {
  const account = await makeAccount(board.database.db);
  const [here, elsewhere] = [await signedIn(board, account), await signedIn(board, account)];
  expect(await (await read('/sign-out', here)).text()).toContain('Sign out everywhere');
  expect(await who(here), 'looking signs nobody out').toMatchObject({ is: 'seeker' });
  const left = await fetch(`${board.origin}/sign-out`, form(here, { where: 'here' }));
  expect([left.status, left.headers.get('Location'), left.headers.get('Clear-Site-Data')]).toEqual([303, '/sign-out', '"cache"']);
  expect(left.headers.getSetCookie().join()).toContain('session=; Path=/; Max-Age=0');
  expect([await who(here), await who(elsewhere)]).toMatchObject([{ is: 'visitor' }, { is: 'seeker' }]);
  expect(await (await read('/sign-out', '')).text()).toContain('You are signed out');
  await fetch(`${board.origin}/sign-out`, form(elsewhere, { where: 'everywhere' }));
  expect(await who(elsewhere)).toEqual({ is: 'visitor' });
});
