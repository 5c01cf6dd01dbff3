import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, attempts, sessions } from '#db/schema/account-tables.ts';
import { seedPersonas } from '#db/seed/personas.ts';
import { makeAccount, ownPost, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { visitorOf } from '#tests/support/door.ts';
import { codeNow, setUpApp } from '#tests/support/factors.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { PERSONAS } from '#worker/accounts/model/personas.ts';
import { ROLES } from '#worker/kernel/actor.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const LONG_AGO = Date.now() - 3_600_000;

const post = (path: string, cookie: string, body: unknown) => fetch(board.origin + path, ownPost(board.origin, { cookie, body }));
const who = async (cookie: string) => (await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } })).json();
const sessionIn = (response: Response) => /(?:^|,)(session=[a-z2-7]{40});/.exec(response.headers.getSetCookie().join())?.[1] ?? '';
const rowOf = async ({ id }: TestAccount) => (await board.database.db.select().from(sessions).where(eq(sessions.accountId, id)))[0];

test('the right password makes the proof fresh, under another id; the one before opens nothing', async () => {
  const account = await makeAccount(board.database.db);
  const before = await signedIn(board, account, { provenAt: LONG_AGO });
  const response = await post('/api/prove', before, { password: PASSWORD });
  expect(response.status).toBe(200);
  const after = sessionIn(response);
  expect(await who(before)).toEqual({ is: 'visitor' });
  expect(await who(after)).toMatchObject({ is: 'seeker', proof: 'password' });
  expect((await rowOf(account))?.provenAt).toBeGreaterThan(LONG_AGO);
});

test('a wrong password proves nothing, and leaves the session as it was', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account, { provenAt: LONG_AGO });
  const response = await post('/api/prove', cookie, { password: 'a long password of somebody else' });
  expect(response.status).toBe(400);
  expect((await response.json()).error.fields).toMatchObject([{ field: 'password' }]);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect((await rowOf(account))?.provenAt).toBe(LONG_AGO);
});

test('guessing at an open session is slowed down, and the right password has to wait as well', async () => {
  const cookie = await signedIn(board, await makeAccount(board.database.db), { provenAt: LONG_AGO });
  await board.database.db.delete(attempts);
  const statuses: number[] = [];
  for (let guess = 0; guess < 6; guess += 1)
    statuses.push((await post('/api/prove', cookie, { password: `guess number ${guess}` })).status);
  expect(statuses.slice(0, 4)).toEqual([400, 400, 400, 400]);
  expect(statuses.at(-1)).toBe(429);
  const waiting = await post('/api/prove', cookie, { password: PASSWORD });
  expect(waiting.status).toBe(429);
  expect(Number(waiting.headers.get('Retry-After'))).toBeGreaterThan(0);
  const another = await signedIn(board, await makeAccount(board.database.db), { provenAt: LONG_AGO });
  expect((await post('/api/prove', another, { password: PASSWORD })).status, 'nobody else waits').toBe(200);
});

test('more than is asked for, too long, or of another shape is refused by name', async () => {
  const cookie = await signedIn(board, await makeAccount(board.database.db));
  for (const [body, field] of [
    [{}, 'password'],
    [{ password: '' }, 'password'],
    [{ password: 'x'.repeat(2000) }, 'password'],
    [{ password: ['x'] }, 'password'],
    [{ password: PASSWORD, accountId: 'another' }, 'accountId'],
    [{ password: PASSWORD, proof: 'persona' }, 'proof'],
  ] as const) {
    const response = await post('/api/prove', cookie, body);
    expect(response.status, field).toBe(400);
    expect((await response.json()).error.field).toBe(field);
  }
});

test('who proves while being signed out elsewhere stays signed out', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account, { provenAt: LONG_AGO });
  const [proved] = await Promise.all([post('/api/prove', cookie, { password: PASSWORD }), post('/api/sign-out', cookie, {})]);
  const row = await rowOf(account);
  expect(row === undefined || proved.status === 200).toBe(true);
  if (row === undefined) expect(await who(sessionIn(proved))).toEqual({ is: 'visitor' });
});

test('the page asks for the password, keeps nothing of it, and goes back where one was, on this board only', async () => {
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account, { provenAt: LONG_AGO });
  const sent = (back: string, password: string, session = cookie) =>
    fetch(`${board.origin}/account/prove?back=${encodeURIComponent(back)}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Origin: board.origin,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: session,
      },
      body: new URLSearchParams({ password }).toString(),
    });
  const wrong = await sent('/account/address', 'not my long password at all');
  expect(wrong.status).toBe(400);
  const page = await wrong.text();
  expect(page).toContain('This is not your password');
  expect(page).not.toContain('not my long password');
  const right = await sent('/account/address?from=here', PASSWORD);
  expect([right.status, right.headers.get('Location')]).toEqual([303, '/account/address?from=here']);
  const elsewhere = await sent('https://elsewhere.example/', PASSWORD, sessionIn(right));
  expect(elsewhere.headers.get('Location')).toBe('/account');
});

test('on a demonstration a click signs in as somebody made up, in each role, and proves again', async () => {
  await seedPersonas(board.database.db, Date.now());
  for (const role of ROLES) {
    const first = await post('/api/dev/persona', '', { role });
    expect(first.status, role).toBe(200);
    const cookie = sessionIn(first);
    expect(await who(cookie)).toMatchObject({ is: role, email: PERSONAS[role].email, proof: 'persona' });
    const page = await (await fetch(`${board.origin}/account/prove`, { headers: { Cookie: cookie } })).text();
    expect(page).toContain(PERSONAS[role].name);
    expect(page).not.toContain('type="password"');
    const again = await fetch(`${board.origin}/dev/persona`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Origin: board.origin,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookie,
      },
      body: new URLSearchParams({ role, back: '/account/address' }).toString(),
    });
    expect([again.status, again.headers.get('Location')]).toEqual([303, '/account/address']);
    expect(await who(cookie), 'the id is another').toEqual({ is: 'visitor' });
    expect(await who(sessionIn(again))).toMatchObject({ is: role });
  }
});

test('nobody but the demonstration’s own people is signed in by a click, and no password is theirs', async () => {
  await seedPersonas(board.database.db, Date.now());
  for (const body of [{ role: 'visitor' }, { role: 'seeker', email: 'me@mail.example' }, {}, { role: ['administrator'] }])
    expect((await post('/api/dev/persona', '', body)).status).toBe(400);
  await board.database.db.update(accounts).set({ role: 'seeker' }).where(eq(accounts.email, PERSONAS.administrator.email));
  expect((await post('/api/dev/persona', '', { role: 'administrator' })).status).toBe(404);
  const cookie = sessionIn(await post('/api/dev/persona', '', { role: 'seeker' }));
  expect((await post('/api/prove', cookie, { password: '!' })).status).toBe(400);
});

test('where a second factor stands the password alone proves nothing; with a code or a recovery code it does', async () => {
  const account = await makeAccount(board.database.db);
  const app = await setUpApp(visitorOf(board), await signedIn(board, account));
  await board.database.db.update(sessions).set({ provenAt: LONG_AGO }).where(eq(sessions.accountId, account.id));
  const fieldOf = async (response: Response) => [response.status, (await response.json()).error?.field];
  expect(await fieldOf(await post('/api/prove', app.cookie, { password: PASSWORD }))).toEqual([400, 'code']);
  expect(await fieldOf(await post('/api/prove', app.cookie, { password: PASSWORD, code: '' }))).toEqual([400, 'code']);
  expect(await fieldOf(await post('/api/prove', app.cookie, { password: PASSWORD, code: app.used }))).toEqual([400, 'code']);
  expect((await rowOf(account))?.provenAt).toBe(LONG_AGO);
  const byCode = await post('/api/prove', app.cookie, { password: PASSWORD, code: codeNow(app.secret, 1) });
  expect(byCode.status).toBe(200);
  expect(await who(sessionIn(byCode))).toMatchObject({ proof: 'password-and-factor' });
  const byRecovery = await post('/api/prove', sessionIn(byCode), { password: PASSWORD, recoveryCode: app.codes[0] });
  expect(byRecovery.status).toBe(200);
  const again = await post('/api/prove', sessionIn(byRecovery), { password: PASSWORD, recoveryCode: app.codes[0] });
  expect(await fieldOf(again)).toEqual([400, 'recoveryCode']);
});
