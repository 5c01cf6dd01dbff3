import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { visitorOf } from '#tests/support/door.ts';
import { codeNow, setUpApp } from '#tests/support/factors.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import type { Role } from '#worker/kernel/actor.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const DAY = 86_400_000;
const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const factorsOf = (id: string) =>
  rows('select 1 from totp_factors where account_id = ?1 union all select 1 from recovery_codes where account_id = ?1', id);
const lossesOf = (id: string) => rows('select * from factor_losses where account_id = ?', id);
const kindsOf = async (id: string) =>
  (await rows('select kind from activity where account_id = ? order by rowid', id)).map(({ kind }) => kind);

/** Somebody with an app, in the second step of a sign-in; their other session has ended. */
async function halfWay(role: Role = 'seeker') {
  const account = await makeAccount(board.database.db, { role });
  const ask = visitorOf(board);
  const { secret, cookie } = await setUpApp(ask, await signedIn(board, account));
  await ask('/api/sign-out', {}, cookie);
  const { cookie: step } = await ask('/api/sign-in', { email: account.email, password: PASSWORD });
  return { account, ask, secret, step };
}

/** The wait has begun. */
async function waiting() {
  const half = await halfWay();
  await half.ask('/api/sign-in/lost-factor', {}, half.step);
  const { token } = (await mailsTo(board, half.account.email)).at(-1) ?? { token: '' };
  const link = (await half.ask('/api/links/open', { token })).cookie;
  const confirmed = await half.ask('/api/sign-in/lost-factor/confirm', {}, link);
  expect(confirmed.status).toBe(200);
  return { ...half, link, liftsAt: Date.parse(String(confirmed.body['liftsAt'])) };
}

/** Also of mails whose words are gone. */
const mailKinds = async (id: string) =>
  (await rows("select kind from mails where account_id = ? and kind like 'lost-factor%' order by created_at, rowid", id)).map(
    ({ kind }) => kind,
  );

test('a loss is said after the right password, and begins nothing before the mail’s link does', async () => {
  const { account, ask, step } = await halfWay();
  expect((await ask('/api/sign-in/lost-factor', {})).status).toBe(401);
  expect((await ask('/api/sign-in/lost-factor', {}, step)).body).toEqual({ next: 'mail' });
  expect(await lossesOf(account.id)).toEqual([]);
  expect(await mailKinds(account.id)).toEqual(['lost-factor']);
  expect((await ask('/api/sign-in/lost-factor/confirm', {}, step)).status).toBe(401);
});

test('the link begins a wait of seven days, once', async () => {
  const { account, ask, link, liftsAt } = await waiting();
  expect(Math.round((liftsAt - Date.now()) / DAY)).toBe(7);
  expect((await ask('/api/sign-in/lost-factor/confirm', {}, link)).status).toBe(401);
  expect(await lossesOf(account.id)).toHaveLength(1);
  expect(await factorsOf(account.id)).toHaveLength(11);
  const again = await ask('/api/sign-in', { email: account.email, password: PASSWORD });
  expect((await ask('/api/sign-in/lost-factor', {}, again.cookie)).status).toBe(409);
});

test('it is announced every day, then the factors fall, all sessions end, and a mail says so', async () => {
  const { account, ask, liftsAt } = await waiting();
  for (const days of [6, 5, 4, 3.9, 3, 2, 1]) await board.tick(liftsAt - days * DAY + 60_000);
  expect(await mailKinds(account.id)).toEqual(['lost-factor', ...Array(7).fill('lost-factor-waiting')]);
  expect(await factorsOf(account.id)).toHaveLength(11);
  await board.tick(liftsAt + 60_000);
  expect((await mailKinds(account.id)).at(-1)).toBe('lost-factor-lifted');
  expect([await factorsOf(account.id), await lossesOf(account.id)]).toEqual([[], []]);
  expect(await rows('select * from sessions where account_id = ?', account.id)).toEqual([]);
  expect(await kindsOf(account.id)).toContain('factors-removed');
  expect((await ask('/api/sign-in', { email: account.email, password: PASSWORD })).body).toMatchObject({ is: 'signed-in' });
});

test('a sign-in stops it', async () => {
  const { account, ask, secret, liftsAt } = await waiting();
  const { cookie } = await ask('/api/sign-in', { email: account.email, password: PASSWORD });
  expect((await ask('/api/sign-in/code', { code: codeNow(secret, 1) }, cookie)).status).toBe(200);
  await board.tick(liftsAt + 120_000);
  expect(await lossesOf(account.id)).toEqual([]);
  expect(await factorsOf(account.id)).toHaveLength(11);
  expect(await kindsOf(account.id)).toContain('lost-factor-stopped');
});

test('so does a session that is used, and a right password alone does not', async () => {
  const used = await waiting();
  await signedIn(board, used.account, { seenAt: Date.now() + 1000 });
  const alone = await waiting();
  await alone.ask('/api/sign-in', { email: alone.account.email, password: PASSWORD });
  await board.tick(Math.max(used.liftsAt, alone.liftsAt) + 180_000);
  expect(await factorsOf(used.account.id)).toHaveLength(11);
  expect(await factorsOf(alone.account.id)).toEqual([]);
});

test('for moderators and administrators nothing falls by waiting', async () => {
  const { account, ask, step } = await halfWay('administrator');
  expect((await ask('/api/sign-in/lost-factor', {}, step)).status).toBe(403);
  expect(await mailKinds(account.id)).toEqual([]);
});

test('a link of another kind begins no wait', async () => {
  const { account, ask } = await halfWay();
  await ask('/api/forgot', { email: account.email });
  const { token } = (await mailsTo(board, account.email)).at(-1) ?? { token: '' };
  const link = (await ask('/api/links/open', { token })).cookie;
  expect((await ask('/api/sign-in/lost-factor/confirm', {}, link)).status).toBe(401);
  expect(await lossesOf(account.id)).toEqual([]);
});
