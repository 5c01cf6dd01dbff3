import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD } from '#tests/support/accounts.ts';
import { type Ask, anAddress, visitorOf } from '#tests/support/door.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { GUESS_LIMITS, OWN_TRIES } from '#worker/accounts/model/guess-limits.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const WRONG = 'not the password of anybody here';
const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const who = async (cookie: string) => (await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } })).json();
const account = (changes: object = {}) => makeAccount(board.database.db, changes);
const slowedLines = (id: string) => rows("select kind from activity where account_id = ? and kind = 'sign-in-slowed'", id);

/** Lets every wait run out, as time does. */
const waitOver = () => board.database.client.execute('update attempts set wait_until = 0');

async function fail(ask: Ask, { email, times, cookie = '' }: { readonly email: string; readonly times: number; readonly cookie?: string }) {
  const answers = [];
  for (let tried = 0; tried < times; tried += 1) answers.push(await ask('/api/sign-in', { email, password: WRONG }, cookie));
  return answers;
}

test('address and password sign in, in whatever capitals the address is typed', async () => {
  const { email } = await account();
  const answer = await visitorOf(board)('/api/sign-in', { email: ` ${email.toUpperCase()} `, password: PASSWORD });
  expect([answer.status, answer.body]).toEqual([200, { is: 'signed-in', passwordTooShort: false }]);
  expect(await who(answer.cookie)).toMatchObject({ is: 'seeker', email });
});

test('the password is compared whole: with its capitals, blanks and last letter', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  for (const password of [PASSWORD.toUpperCase(), ` ${PASSWORD}`, PASSWORD.slice(0, -1), `${PASSWORD} `])
    expect((await ask('/api/sign-in', { email, password })).status).toBe(400);
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
});

test('a wrong password and an unknown address are answered alike', proves('sign-in-tells-nothing'), async () => {
  const { email } = await account();
  const [known] = await fail(visitorOf(board), { email, times: 1 });
  const [unknown] = await fail(visitorOf(board), { email: anAddress(), times: 1 });
  expect([known?.status, known?.body]).toEqual([unknown?.status, unknown?.body]);
  expect([...(known?.headers.keys() ?? [])]).toEqual([...(unknown?.headers.keys() ?? [])]);
  expect(known?.cookie).toBe('');
});

test('after some failures whoever guesses waits, and is told how long; an unknown address is no exception', async () => {
  const { id, email } = await account();
  for (const address of [email, anAddress()]) {
    const ask = visitorOf(board);
    const answers = await fail(ask, { email: address, times: GUESS_LIMITS.pair.free + 1 });
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429]);
    const last = answers.at(-1);
    expect(Number(last?.headers.get('Retry-After'))).toBeGreaterThan(25);
    expect(JSON.stringify(last?.body)).toMatch(/Try again in \d\d seconds, or set a new password by mail\./);
    const right = await ask('/api/sign-in', { email: address, password: PASSWORD });
    expect(right.status).toBe(429);
  }
  expect(await slowedLines(id)).toHaveLength(1);
});

test('the waits grow', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  await fail(ask, { email, times: GUESS_LIMITS.pair.free });
  await waitOver();
  const [, refused] = await fail(ask, { email, times: 2 });
  expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(55);
});

test('a right password clears the count', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  for (let round = 0; round < 3; round += 1) {
    await fail(ask, { email, times: GUESS_LIMITS.pair.free - 1 });
    expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
  }
});

test('thirty guesses at once are no more than those that are free', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask('/api/sign-in', { email, password: WRONG })));
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(GUESS_LIMITS.pair.free);
});

test('one network that tries many addresses waits, whoever lives there and signs in to their own meanwhile', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  for (let tried = 0; tried < GUESS_LIMITS.network.free - 1; tried += 1) await fail(ask, { email: anAddress(), times: 1 });
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
  const [first, second] = [...(await fail(ask, { email: anAddress(), times: 1 })), ...(await fail(ask, { email: anAddress(), times: 1 }))];
  expect([first?.status, second?.status]).toEqual([400, 429]);
});

/** As after many guesses from everywhere: a hundred and more at one address, and the guesser's own among them. */
async function closedByStrangers(email: string): Promise<Ask> {
  await board.database.client.execute('delete from attempts');
  const guesser = visitorOf(board);
  await fail(guesser, { email, times: 1 });
  await fail(visitorOf(board), { email, times: 1 });
  await board.database.client.execute('update attempts set failures = 99 where failures = 2');
  const own = await fail(guesser, { email, times: OWN_TRIES - 1 });
  expect(own.map(({ status }) => status)).toEqual(Array(OWN_TRIES - 1).fill(400));
  await waitOver();
  return guesser;
}

test('strangers from everywhere get a hundred guesses, and never lock out the owner’s own browser', async () => {
  const { id, email } = await account();
  const atHome = visitorOf(board);
  const { cookie } = await atHome('/api/sign-in', { email, password: PASSWORD });
  const browser = cookie.split('; ').find((text) => text.startsWith('known-browser=')) ?? '';
  expect(browser).not.toBe('');
  const guesser = await closedByStrangers(email);
  const [closed] = await fail(guesser, { email, times: 1 });
  expect([closed?.status, JSON.stringify(closed?.body)]).toEqual([429, expect.stringContaining('a browser that was signed in before')]);
  expect((await guesser('/api/sign-in', { email, password: PASSWORD })).status).toBe(429);
  expect((await atHome('/api/sign-in', { email, password: PASSWORD }, browser)).status).toBe(200);
  expect((await guesser('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
  expect((await slowedLines(id)).length).toBeLessThanOrEqual(1);
});

test('nor the owner in a browser and a network that are new, who may mistype', async () => {
  const { email } = await account();
  const guesser = await closedByStrangers(email);
  expect((await fail(guesser, { email, times: 1 }))[0]?.status).toBe(429);
  const owner = visitorOf(board);
  expect((await fail(owner, { email, times: OWN_TRIES - 1 })).map(({ status }) => status)).toEqual(Array(OWN_TRIES - 1).fill(400));
  expect((await owner('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
});

test('a known browser that guesses waits for itself, and becomes a stranger in the end', async () => {
  const { email } = await account();
  const ask = visitorOf(board);
  const { cookie } = await ask('/api/sign-in', { email, password: PASSWORD });
  const browser = cookie.split('; ').find((text) => text.startsWith('known-browser=')) ?? '';
  const answers = await fail(ask, { email, times: GUESS_LIMITS.browser.free + 1, cookie: browser });
  expect(answers.map(({ status }) => status)).toEqual([...Array(GUESS_LIMITS.browser.free).fill(400), 429]);
  expect((await visitorOf(board)('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
  await board.database.client.execute(`update attempts set failures = ${GUESS_LIMITS.browser.most}, wait_until = 0 where failures = 10`);
  const later = await fail(ask, { email, times: GUESS_LIMITS.pair.free + 1, cookie: browser });
  expect(later.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429]);
});

test('the browser of one account is no known browser of another', async () => {
  const [own, other] = [await account(), await account()];
  const ask = visitorOf(board);
  const { cookie } = await ask('/api/sign-in', { email: own.email, password: PASSWORD });
  const answers = await fail(ask, { email: other.email, times: GUESS_LIMITS.pair.free + 1, cookie });
  expect(answers.at(-1)?.status).toBe(429);
});

test('a count holds no address and no network, and its hashes open nothing without the secret', async () => {
  const { email } = await account();
  await fail(visitorOf(board, { network: '203.0.113.77' }), { email, times: 1 });
  const text = JSON.stringify(await rows('select * from attempts'));
  for (const personal of [email, '203.0.113', email.split('@')[0] ?? '']) expect(text).not.toContain(personal);
});

test('a password that was hashed with other numbers is hashed anew when it is typed', async () => {
  const old = '$scrypt$ln=14,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$';
  const { scryptSync } = await import('node:crypto');
  const hash = scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 2 ** 14, r: 8, p: 1 })
    .toString('base64')
    .replaceAll('=', '');
  const { id, email } = await account({ passwordHash: old + hash });
  const ask = visitorOf(board);
  await fail(ask, { email, times: 1 });
  expect(await rows('select password_hash from accounts where id = ?', id)).toEqual([{ password_hash: old + hash }]);
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
  const [row] = await rows('select password_hash from accounts where id = ?', id);
  expect(row?.['password_hash']).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect((await ask('/api/sign-in', { email, password: PASSWORD })).status).toBe(200);
});

test('whoever has a short password and nothing beside it is asked for a longer one', async () => {
  const { scryptSync } = await import('node:crypto');
  const hash = scryptSync('short one', Buffer.alloc(16), 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 })
    .toString('base64')
    .replaceAll('=', '');
  const { email } = await account({ passwordHash: `$scrypt$ln=15,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$${hash}` });
  const answer = await visitorOf(board)('/api/sign-in', { email, password: 'short one' });
  expect(answer.body).toEqual({ is: 'signed-in', passwordTooShort: true });
});

test.each([
  ['a field that is none', { remember: true }, ['remember']],
  ['no password', { password: undefined }, ['password']],
  ['an address that is none', { email: 'ada' }, ['email']],
  ['a password in a list', { password: [PASSWORD] }, ['password']],
  ['a password far too long', { password: 'x'.repeat(5000) }, ['password']],
])('%s is refused, and names the field', async (_, changes, fields) => {
  const { email } = await account();
  const refused = await visitorOf(board)('/api/sign-in', { email, password: PASSWORD, ...changes });
  expect([refused.status, refused.fields]).toEqual([400, fields]);
});

test('a sign-in that another site sends is refused', async () => {
  const { email } = await account();
  const headers = { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' };
  const body = JSON.stringify({ email, password: PASSWORD });
  expect((await fetch(`${board.origin}/api/sign-in`, { method: 'POST', headers, body })).status).toBe(403);
  expect(await mailsTo(board, email)).toEqual([]);
});
