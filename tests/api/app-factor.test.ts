import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { type Ask, LONG_PASSWORD, visitorOf } from '#tests/support/door.ts';
import { codeNow, secretOf, setUpApp, together } from '#tests/support/factors.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;

/** An account of its own, signed in, with an app. */
async function withApp() {
  const account = await makeAccount(board.database.db);
  const ask = visitorOf(board);
  const set = await setUpApp(ask, await signedIn(board, account));
  return { account, ask, ...set };
}

/** After the right password: the header `Cookie` of the second step. */
async function halfWay(ask: Ask, email: string): Promise<string> {
  const answer = await ask('/api/sign-in', { email, password: PASSWORD });
  expect(answer.body).toMatchObject({ is: 'second-factor' });
  return answer.cookie;
}

async function isSignedIn(cookie: string): Promise<boolean> {
  const response = await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } });
  return (await response.json()).is === 'seeker';
}

test('an app is added by its first code, with ten recovery codes; the mail tells, and the secret is kept sealed', async () => {
  const { account, secret, codes, cookie } = await withApp();
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$/);
  expect((await mailsTo(board, account.email)).map(({ kind, facts }) => [kind, facts['factor']])).toEqual([['factor-added', 'app']]);
  const stored = JSON.stringify(await rows('select * from totp_factors where account_id = ?', account.id));
  expect(stored).not.toContain(secret);
  const kept = JSON.stringify(await rows('select * from recovery_codes where account_id = ?', account.id));
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
  const lines = await rows('select kind from activity where account_id = ? order by rowid', account.id);
  expect(lines.map(({ kind }) => kind)).toEqual(['app-added', 'codes-made']);
  expect(await isSignedIn(cookie)).toBe(true);
});

test('adding an app ends every other session and gives this one another id', async () => {
  const account = await makeAccount(board.database.db);
  const [here, elsewhere] = [await signedIn(board, account), await signedIn(board, account)];
  const { cookie } = await setUpApp(visitorOf(board), here);
  expect([await isSignedIn(cookie), await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false, false]);
  const [session] = await rows('select proof from sessions where account_id = ?', account.id);
  expect(session?.['proof']).toBe('password-and-factor');
});

test('the offer stays the same while its picture is on the screen, and a wrong first code adds nothing', async () => {
  const account = await makeAccount(board.database.db);
  const session = await signedIn(board, account);
  const ask = visitorOf(board);
  const first = await ask('/api/account/factors/app', {}, session);
  const again = await ask('/api/account/factors/app', {}, together(session, first.cookie));
  expect(again.body['secret']).toBe(first.body['secret']);
  expect(String(first.body['link'])).toMatch(/^otpauth:\/\/totp\//);
  const wrong = await ask('/api/account/factors/app/confirm', { code: '000000' }, together(session, first.cookie));
  expect([wrong.status, wrong.fields]).toEqual([400, ['code']]);
  expect(JSON.stringify(wrong.body)).toMatch(/clock/);
  expect(await rows('select * from totp_factors where account_id = ?', account.id)).toEqual([]);
});

test('an offer belongs to its account and its browser, and is confirmed once', async () => {
  const [mine, theirs] = [await makeAccount(board.database.db), await makeAccount(board.database.db)];
  const [me, them] = [await signedIn(board, mine), await signedIn(board, theirs)];
  const ask = visitorOf(board);
  const offered = await ask('/api/account/factors/app', {}, me);
  const code = codeNow(secretOf(offered.body['secret']));
  expect((await ask('/api/account/factors/app/confirm', { code }, together(them, offered.cookie))).status).toBe(409);
  expect((await ask('/api/account/factors/app/confirm', { code }, me)).status).toBe(409);
  const added = await ask('/api/account/factors/app/confirm', { code }, together(me, offered.cookie));
  expect(added.status).toBe(200);
  const repeated = await ask('/api/account/factors/app/confirm', { code }, together(together(me, offered.cookie), added.cookie));
  expect(repeated.status).toBe(409);
});

test('a code finishes a sign-in, one step early too, and none twice', async () => {
  const { account, ask, secret, used } = await withApp();
  expect((await ask('/api/sign-in/code', { code: used }, await halfWay(ask, account.email))).status).toBe(400);
  const code = codeNow(secret, 1);
  const early = await ask('/api/sign-in/code', { code }, await halfWay(ask, account.email));
  expect(early.body).toEqual({ is: 'signed-in' });
  expect(await isSignedIn(early.cookie)).toBe(true);
  const replayed = await ask('/api/sign-in/code', { code }, await halfWay(ask, account.email));
  expect([replayed.status, replayed.fields]).toEqual([400, ['code']]);
});

test('a clock that is five minutes off is told to be checked, in the words of every wrong code', async () => {
  const { account, ask, secret } = await withApp();
  const step = await halfWay(ask, account.email);
  const said = [];
  for (const code of [codeNow(secret, -10), codeNow(secret, 10), '000000'])
    said.push(JSON.stringify((await ask('/api/sign-in/code', { code }, step)).body));
  expect(new Set(said).size).toBe(1);
  expect(said[0]).toMatch(/clock of the device/);
});

test('a recovery code signs in once, however it is typed, and the mail says how many are left', async () => {
  const { account, ask, codes } = await withApp();
  const [code = '', other = ''] = codes;
  const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
  const signed = await ask('/api/sign-in/recovery-code', { recoveryCode: typed }, await halfWay(ask, account.email));
  expect(await isSignedIn(signed.cookie)).toBe(true);
  expect((await ask('/api/sign-in/recovery-code', { recoveryCode: code }, await halfWay(ask, account.email))).status).toBe(400);
  const mails = (await mailsTo(board, account.email)).filter(({ kind }) => kind === 'recovery-code-used');
  expect(mails.map(({ facts }) => facts['left'])).toEqual([9]);
  expect((await ask('/api/sign-in/recovery-code', { recoveryCode: other }, await halfWay(ask, account.email))).status).toBe(200);
});

test('one recovery code in four windows at once signs in one of them, and is told of once', async () => {
  const { account, ask, codes } = await withApp();
  const steps = await Promise.all([1, 2, 3, 4].map(() => halfWay(ask, account.email)));
  const answers = await Promise.all(steps.map((step) => ask('/api/sign-in/recovery-code', { recoveryCode: codes[0] }, step)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await mailsTo(board, account.email)).filter(({ kind }) => kind === 'recovery-code-used')).toHaveLength(1);
  expect(await rows("select * from activity where kind = 'code-used' and account_id = ?", account.id)).toHaveLength(1);
});

test('codes of somebody else open nothing, nor do codes without the password before them', async () => {
  const mine = await withApp();
  const theirs = await withApp();
  const step = await halfWay(mine.ask, mine.account.email);
  expect((await mine.ask('/api/sign-in/code', { code: codeNow(theirs.secret, 1) }, step)).status).toBe(400);
  expect((await mine.ask('/api/sign-in/recovery-code', { recoveryCode: theirs.codes[0] }, step)).status).toBe(400);
  for (const cookie of ['', `sign-in=${'x'.repeat(43)}`, 'sign-in=short', mine.cookie])
    expect((await mine.ask('/api/sign-in/code', { code: codeNow(mine.secret, 1) }, cookie)).status).toBe(401);
});

test('guesses are counted before they are looked at: thirty at once are five, and then somebody waits', async () => {
  const { account, ask, secret } = await withApp();
  const steps = await Promise.all([1, 2, 3].map(() => halfWay(ask, account.email)));
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, n) => ask('/api/sign-in/code', { code: String(n).padStart(6, '0') }, steps[n % 3] ?? '')),
  );
  const count = (status: number) => guesses.filter((one) => one.status === status).length;
  expect(count(400)).toBe(5);
  expect(count(429) + count(401)).toBe(25);
  const waits = await ask('/api/sign-in/code', { code: codeNow(secret, 1) }, await halfWay(ask, account.email));
  expect(waits.status).toBe(429);
  expect(Number(waits.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('a second step that took longer than ten minutes is over', async () => {
  const { account, ask, secret } = await withApp();
  const step = await halfWay(ask, account.email);
  await board.database.client.execute({
    sql: 'update challenges set expires_at = ? where account_id = ?',
    args: [Date.now() - 1, account.id],
  });
  expect((await ask('/api/sign-in/code', { code: codeNow(secret, 1) }, step)).status).toBe(401);
});

test('a second step is over once the password is another', async () => {
  const { account, ask, secret, cookie } = await withApp();
  const step = await halfWay(ask, account.email);
  const changed = await ask('/api/account/password', { current: PASSWORD, password: LONG_PASSWORD }, cookie);
  expect(changed.status).toBe(200);
  expect((await ask('/api/sign-in/code', { code: codeNow(secret, 1) }, step)).status).toBe(401);
});

test('who guesses with a stolen password keeps nobody out who signed in with their browser before', async () => {
  const { account, ask, secret, codes } = await withApp();
  const first = await ask('/api/sign-in/recovery-code', { recoveryCode: codes[0] }, await halfWay(ask, account.email));
  const browser = first.cookie
    .split('; ')
    .filter((text) => text.includes('known-browser'))
    .join('; ');
  const stranger = visitorOf(board);
  const step = await halfWay(stranger, account.email);
  for (const code of ['000000', '000001', '000002', '000003', '000004']) await stranger('/api/sign-in/code', { code }, step);
  const refused = await stranger('/api/sign-in/code', { code: codeNow(secret, 1) }, await halfWay(stranger, account.email));
  expect(refused.status).toBe(429);
  const own = await ask('/api/sign-in/code', { code: codeNow(secret, 1) }, together(browser, await halfWay(ask, account.email)));
  expect(own.status).toBe(200);
});

test('new recovery codes end the old ones', async () => {
  const { account, ask, codes, cookie } = await withApp();
  const made = await ask('/api/account/factors/codes', {}, cookie);
  expect(made.body['codes']).toHaveLength(10);
  expect((await ask('/api/sign-in/recovery-code', { recoveryCode: codes[0] }, await halfWay(ask, account.email))).status).toBe(400);
});

test('the last factor goes with the password alone, and its codes go with it', async () => {
  const { account, ask, cookie } = await withApp();
  const without = await ask('/api/account/factors/app/remove', {}, cookie);
  expect([without.status, without.fields]).toEqual([400, ['password']]);
  expect((await ask('/api/account/factors/app/remove', { password: 'not this one at all' }, cookie)).fields).toEqual(['password']);
  const removed = await ask('/api/account/factors/app/remove', { password: PASSWORD }, cookie);
  expect(removed.body).toEqual({ app: null, codesLeft: 0, passkeys: [], needsOne: false, asksPassword: true, liftsAt: null });
  expect(await isSignedIn(together(cookie, removed.cookie))).toBe(true);
  expect((await ask('/api/sign-in', { email: account.email, password: PASSWORD })).body).toMatchObject({ is: 'signed-in' });
  expect((await mailsTo(board, account.email)).map(({ kind }) => kind)).toContain('factor-removed');
});

test('a password that is too short to stand alone is chosen anew with the last factor', async () => {
  const short = 'otters12';
  const { hashPassword } = await import('#worker/accounts/password-hash.ts');
  const account = await makeAccount(board.database.db, { passwordHash: hashPassword(short) });
  const ask = visitorOf(board);
  const { cookie } = await setUpApp(ask, await signedIn(board, account));
  const path = '/api/account/factors/app/remove';
  expect((await ask(path, { password: short }, cookie)).fields).toEqual(['newPassword']);
  expect((await ask(path, { password: short, newPassword: 'still short' }, cookie)).fields).toEqual(['newPassword']);
  const removed = await ask(path, { password: short, newPassword: 'quiet otters paint seven doors' }, cookie);
  expect(removed.status).toBe(200);
  expect((await mailsTo(board, account.email)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['factor-removed', 'password-changed']),
  );
  expect((await ask('/api/sign-in', { email: account.email, password: short })).status).not.toBe(200);
});

test('moderators and administrators keep one factor', async () => {
  const account = await makeAccount(board.database.db, { role: 'moderator' });
  const ask = visitorOf(board);
  const { cookie } = await setUpApp(ask, await signedIn(board, account, { proof: 'password' }));
  const refused = await ask('/api/account/factors/app/remove', { password: PASSWORD }, cookie);
  expect(refused.status).toBe(403);
  expect(await rows('select * from totp_factors where account_id = ?', account.id)).toHaveLength(1);
});

test('nobody changes factors without fresh proof, in a frozen account, or without a session', async () => {
  const account = await makeAccount(board.database.db);
  const frozen = await makeAccount(board.database.db, { restrictedAt: Date.now() });
  const ask = visitorOf(board);
  const stale = await signedIn(board, account, { provenAt: Date.now() - 16 * 60_000 });
  const grave = [
    '/api/account/factors/app',
    '/api/account/factors/codes',
    '/api/account/factors/app/remove',
    '/api/account/passkeys/options',
  ];
  for (const path of grave) {
    expect((await ask(path, {}, stale)).body, path).toMatchObject({ error: { code: 'step_up' } });
    expect((await ask(path, {}, await signedIn(board, frozen))).body, path).toMatchObject({ error: { code: 'forbidden' } });
    expect((await ask(path, {})).body, path).toMatchObject({ error: { code: 'unauthenticated' } });
  }
});
