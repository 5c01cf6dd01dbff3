import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { newAuthenticator } from '#tests/support/authenticator.ts';
import { type Ask, type DoorAnswer, visitorOf } from '#tests/support/door.ts';
import { together } from '#tests/support/factors.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

type Device = ReturnType<typeof newAuthenticator>;

const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const kindOf = async (cookie: string) => (await (await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } })).json()).is;
const handleOf = (account: TestAccount) => Buffer.from(account.id).toString('base64url');

function challengeIn({ body }: DoorAnswer): string {
  const { options } = body as { options?: { challenge?: string } };
  return options?.challenge ?? '';
}

interface Adding {
  readonly ask: Ask;
  readonly session: string;
  readonly device?: Device;
  readonly name?: string;
}

async function addPasskey({ ask, session, device = newAuthenticator(), name = 'Phone' }: Adding) {
  const offered = await ask('/api/account/passkeys/options', {}, session);
  const credential = device.make({ origin: board.origin, challenge: challengeIn(offered) });
  const added = await ask('/api/account/passkeys', { name, credential }, together(session, offered.cookie));
  return { device, added, session: together(session, added.cookie) };
}

async function withPasskey() {
  const account = await makeAccount(board.database.db);
  const ask = visitorOf(board);
  const { device, added, session } = await addPasskey({ ask, session: await signedIn(board, account) });
  return { account, ask, device, added, session };
}

/** Asks for something to sign, signs it, and sends it. */
async function signInBy(
  device: Device,
  {
    ask,
    step = 'first',
    cookie = '',
    ...how
  }: {
    ask: Ask;
    step?: string;
    cookie?: string;
    asksPerson?: boolean;
    repeats?: boolean;
    origin?: string;
    rpId?: string;
    userHandle?: string;
  },
) {
  const asked = await ask('/api/sign-in/passkey/options', { step }, cookie);
  const credential = device.sign({ origin: board.origin, challenge: challengeIn(asked), ...how });
  const half = together(cookie, asked.cookie);
  return { credential, half, asked, answer: await ask('/api/sign-in/passkey', { step, credential }, half) };
}

async function halfWay(ask: Ask, email: string): Promise<string> {
  return (await ask('/api/sign-in', { email, password: PASSWORD })).cookie;
}

test('a passkey is added for the board’s own address; the first brings recovery codes, and the mail tells', async () => {
  const { account, ask, added, session } = await withPasskey();
  expect(added.body['codes']).toHaveLength(10);
  expect((await mailsTo(board, account.email)).map(({ kind, facts }) => [kind, facts['factor']])).toEqual([['factor-added', 'passkey']]);
  const more = await addPasskey({ ask, session, name: '  Key\u0000 on\nmy ring ' });
  expect(more.added.body).toEqual({ codes: null });
  const list = await (await fetch(`${board.origin}/api/account/factors`, { headers: { Cookie: more.session } })).json();
  expect(list).toMatchObject({ app: null, codesLeft: 10, passkeys: [{ name: 'Phone', usedAt: null }, { name: 'Key on my ring' }] });
});

test('options name the configured address and never what a request calls the host', async () => {
  const account = await makeAccount(board.database.db);
  const { body } = await visitorOf(board)('/api/account/passkeys/options', {}, await signedIn(board, account));
  expect(body).toMatchObject({ options: { rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'preferred' } } });
});

test('a passkey signs in without address and password, and proves enough for everything', async () => {
  const { account, ask, device } = await withPasskey();
  const { answer, asked } = await signInBy(device, { ask, userHandle: handleOf(account) });
  expect(asked.body).toMatchObject({ options: { userVerification: 'required' } });
  expect(JSON.stringify(asked.body)).not.toContain(device.id);
  expect(answer.body).toEqual({ is: 'signed-in' });
  expect(await kindOf(answer.cookie)).toBe('seeker');
  const [session] = await rows('select proof from sessions where account_id = ? order by created_at desc', account.id);
  expect(session?.['proof']).toBe('passkey');
});

test('a passkey whose device asked nobody signs in only after the password', async () => {
  const { account, ask, device } = await withPasskey();
  const alone = await signInBy(device, { ask, asksPerson: false });
  expect([alone.answer.status, alone.answer.fields]).toEqual([400, ['credential']]);
  const second = await signInBy(device, { ask, asksPerson: false, step: 'second', cookie: await halfWay(ask, account.email) });
  expect(await kindOf(second.answer.cookie)).toBe('seeker');
});

test('a signature counts once, in the browser that was asked for it, within ten minutes', async () => {
  const { account, ask, device } = await withPasskey();
  const { answer, credential, half } = await signInBy(device, { ask });
  expect(answer.status).toBe(200);
  expect((await ask('/api/sign-in/passkey', { step: 'first', credential }, half)).status).toBe(401);
  const other = await ask('/api/sign-in/passkey/options', { step: 'first' });
  const forHere = device.sign({ origin: board.origin, challenge: challengeIn(other) });
  const elsewhere = await ask('/api/sign-in/passkey/options', { step: 'first' });
  expect((await ask('/api/sign-in/passkey', { step: 'first', credential: forHere }, elsewhere.cookie)).status).toBe(400);
  expect((await ask('/api/sign-in/passkey', { step: 'first', credential: forHere })).status).toBe(401);
  await board.database.client.execute({
    sql: "update challenges set expires_at = ? where kind = 'passkey-sign-in'",
    args: [Date.now() - 1],
  });
  expect((await ask('/api/sign-in/passkey', { step: 'first', credential: forHere }, other.cookie)).status).toBe(401);
  expect(await rows('select * from sessions where account_id = ? and proof = ?', account.id, 'passkey')).toHaveLength(1);
});

test('a challenge of one kind answers no other', async () => {
  const { account, ask, device, session } = await withPasskey();
  const proof = await ask('/api/prove/passkey/options', {}, session);
  const credential = device.sign({ origin: board.origin, challenge: challengeIn(proof) });
  for (const step of ['first', 'second']) expect((await ask('/api/sign-in/passkey', { step, credential }, proof.cookie)).status).toBe(401);
  const half = await halfWay(ask, account.email);
  expect(
    (await ask('/api/sign-in/passkey', { step: 'second', credential: device.sign({ origin: board.origin, challenge: '' }) }, half)).status,
  ).toBe(401);
});

test('a passkey of somebody else, another site, another address or an earlier count fits nowhere', async () => {
  const mine = await withPasskey();
  const theirs = await withPasskey();
  const { ask, device, account } = mine;
  const second = await signInBy(theirs.device, { ask, step: 'second', cookie: await halfWay(ask, account.email) });
  expect(second.answer.status).toBe(400);
  for (const how of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { userHandle: handleOf(theirs.account) }])
    expect((await signInBy(device, { ask, ...how })).answer.status, JSON.stringify(how)).toBe(400);
  expect((await signInBy(newAuthenticator(), { ask })).answer.status).toBe(400);
  expect((await signInBy(device, { ask })).answer.status).toBe(200);
  expect((await signInBy(device, { ask, repeats: true })).answer.status).toBe(400);
});

test('an offer to add belongs to its account and counts once, and a passkey to one account', async () => {
  const [mine, theirs] = [await makeAccount(board.database.db), await makeAccount(board.database.db)];
  const [me, them] = [await signedIn(board, mine), await signedIn(board, theirs)];
  const ask = visitorOf(board);
  const device = newAuthenticator();
  const offered = await ask('/api/account/passkeys/options', {}, me);
  const credential = device.make({ origin: board.origin, challenge: challengeIn(offered) });
  const send = (session: string) => ask('/api/account/passkeys', { name: 'Phone', credential }, together(session, offered.cookie));
  expect((await send(them)).status).toBe(409);
  const added = await send(me);
  expect(added.status).toBe(200);
  expect((await send(together(me, added.cookie))).status).toBe(409);
  expect((await addPasskey({ ask, session: them, device })).added.status).toBe(409);
  expect(await rows('select * from passkeys where account_id = ?', theirs.id)).toEqual([]);
  const forged = await ask('/api/account/passkeys/options', {}, them);
  const elsewhere = newAuthenticator().make({ origin: 'https://evil.example', challenge: challengeIn(forged) });
  const refused = await ask('/api/account/passkeys', { name: 'Phone', credential: elsewhere }, together(them, forged.cookie));
  expect([refused.status, refused.fields]).toEqual([400, ['credential']]);
});

test('several passkeys have names, and are renamed and removed by their person alone', async () => {
  const mine = await withPasskey();
  const theirs = await withPasskey();
  const { ask } = mine;
  const { device, session } = await addPasskey({ ask, session: mine.session, name: ' Key\n on my  ring ' });
  const names = async () =>
    (await rows('select name from passkeys where account_id = ? order by name', mine.account.id)).map(({ name }) => name);
  expect(await names()).toEqual(['Key on my ring', 'Phone']);
  const path = `/api/account/passkeys/${device.id}`;
  for (const act of ['rename', 'remove'])
    expect((await ask(`${path}/${act}`, { name: 'Mine', password: PASSWORD }, theirs.session)).status, act).toBe(404);
  for (const name of ['', '   ', '\u200b', 'x'.repeat(61)])
    expect((await ask(`${path}/rename`, { name }, session)).fields).toEqual(['name']);
  expect((await ask(`${path}/rename`, { name: 'Ring' }, session)).status).toBe(200);
  expect(await names()).toEqual(['Phone', 'Ring']);
  expect((await ask(`${path}/remove`, {}, session)).body).toMatchObject({ passkeys: [{ name: 'Phone' }], codesLeft: 10 });
  expect((await ask(`/api/account/passkeys/${mine.device.id}/remove`, {}, session)).fields).toEqual(['password']);
  expect((await ask(`/api/account/passkeys/${mine.device.id}/remove`, { password: PASSWORD }, session)).body).toMatchObject({
    codesLeft: 0,
  });
  expect((await signInBy(mine.device, { ask })).answer.status).toBe(400);
});

test('two windows that remove the last two factors at once leave one', async () => {
  const { account, ask, device, session } = await withPasskey();
  const more = await addPasskey({ ask, session });
  const answers = await Promise.all([device, more.device].map(({ id }) => ask(`/api/account/passkeys/${id}/remove`, {}, more.session)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
  expect(await rows('select * from passkeys where account_id = ?', account.id)).toHaveLength(1);
  expect(await rows("select * from activity where kind = 'passkey-removed' and account_id = ?", account.id)).toHaveLength(1);
});

test('a passkey proves anew who somebody is, under another session id; without asking its person it proves nothing', async () => {
  const { account, ask, device } = await withPasskey();
  const stale = await signedIn(board, account, { provenAt: Date.now() - 3_600_000 });
  const prove = async (asksPerson: boolean) => {
    const asked = await ask('/api/prove/passkey/options', {}, stale);
    const credential = device.sign({ origin: board.origin, challenge: challengeIn(asked), asksPerson });
    return ask('/api/prove/passkey', { credential }, together(stale, asked.cookie));
  };
  expect((await prove(false)).status).toBe(400);
  expect((await ask('/api/account/factors/codes', {}, stale)).status).toBe(403);
  const proven = await prove(true);
  expect(proven.body).toEqual({ is: 'proven' });
  expect(await kindOf(stale)).toBe('visitor');
  expect((await ask('/api/account/factors/codes', {}, together(stale, proven.cookie))).status).toBe(200);
});

test('what is no credential is refused as a field, however it is broken', async () => {
  const ask = visitorOf(board);
  const asked = await ask('/api/sign-in/passkey/options', { step: 'first' });
  for (const credential of [undefined, null, 'text', {}, { id: '../x', rawId: 'x', type: 'public-key', response: {} }]) {
    const answer = await ask('/api/sign-in/passkey', { step: 'first', credential }, asked.cookie);
    expect(answer.status).toBe(400);
    expect(answer.fields.every((field) => field.startsWith('credential'))).toBe(true);
  }
  expect((await ask('/api/sign-in/passkey/options', { step: 'third' })).status).toBe(400);
});
