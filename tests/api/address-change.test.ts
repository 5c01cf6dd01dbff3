import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, PASSWORD, PASSWORD_HASH, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { mailsOf, openedLink } from '#tests/support/opened-link.ts';
import { proves } from '#tests/support/proves.ts';
import { hashPassword } from '#worker/accounts/password-hash.ts';
import { newId } from '#worker/kernel/random.ts';

let board: ApiBoard;
let account: TestAccount;
let cookie: string;
let old: string;
beforeAll(async () => {
  board = await apiBoard();
});
beforeEach(async () => {
  await board.database.client.executeMultiple('delete from mails; delete from accounts;');
  old = `anna-${newId()}@old.example`;
  account = await makeAccount(board.database.db, { email: old });
  cookie = await signedIn(board, account);
});
afterAll(() => board.close());

const post = (path: string, sent: { readonly cookie: string; readonly body?: unknown }) =>
  board.ask(path, ownPost(ORIGIN, { body: {}, ...sent }));
const ask = (email: unknown, as = cookie) => post('/api/account/address', { cookie: as, body: { email } });
const rowOf = async (table: string, id = account.id) =>
  (
    await board.database.client.execute({
      sql: `select * from ${table} where ${table === 'accounts' ? 'id' : 'account_id'} = ?`,
      args: [id],
    })
  ).rows;
const emailOf = async (id = account.id) => (await rowOf('accounts', id))[0]?.['email'];

async function changeTo(email: string, as = cookie): Promise<Response> {
  expect((await ask(email, as)).status).toBe(202);
  const link = await openedLink(board.database.client, { kind: 'confirm-address', to: email });
  return post('/api/account/address/confirm', { cookie: `${as}; ${link}` });
}

const undoBy = async (to: string) =>
  post('/api/account/address/undo', { cookie: await openedLink(board.database.client, { kind: 'address-changed', to }) });

async function resetByMail(): Promise<Response> {
  await post('/api/forgot', { cookie: '', body: { email: old } });
  const link = await openedLink(board.database.client, { kind: 'reset-password', to: old });
  return post('/api/reset', { cookie: link, body: { password: 'quiet otters paint nine doors' } });
}

function sessionOf(response: Response): string {
  const text = response.headers.getSetCookie().find((one) => one.startsWith('__Host-session=')) ?? '';
  return text.split(';')[0] ?? '';
}

describe('asking for another address', () => {
  test('changes nothing: a mail goes to the new address alone, for an hour', proves('change-address-yourself'), async () => {
    expect((await ask('anna@new.example')).status).toBe(202);
    expect(await emailOf()).toBe(old);
    const [mail, ...more] = await mailsOf(board.database.client, 'confirm-address');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'anna@new.example', facts: { until: board.now + 60 * 60 * 1000 } });
  });

  test('says nothing about who has an account there: that account is told instead', async () => {
    const other = await makeAccount(board.database.db, { email: 'somebody@taken.example' });
    const [free, taken] = [await ask('nobody@free.example'), await ask('SOMEBODY@taken.example')];
    expect(await taken.text()).toBe(await free.text());
    expect([free.status, taken.status]).toEqual([202, 202]);
    expect((await mailsOf(board.database.client, 'known-address')).map(({ to }) => to)).toEqual(['SOMEBODY@taken.example']);
    expect(await emailOf(other.id)).toBe('somebody@taken.example');
    const seen = await (await board.ask('/api/account', { headers: { Cookie: cookie } })).json();
    expect(seen.newAddress).toMatchObject({ email: 'SOMEBODY@taken.example' });
  });

  test('wants a proof that is younger than 15 minutes', async () => {
    const stale = await signedIn(board, account, { provenAt: board.now - 15 * 60 * 1000 - 60_000 });
    const response = await ask('anna@new.example', stale);
    expect(response.status).toBe(403);
    expect((await response.json()).error.code).toBe('step_up');
    expect(await mailsOf(board.database.client, 'confirm-address')).toEqual([]);
  });

  test('is refused to a frozen account, and to whoever is not signed in', async () => {
    const frozen = await makeAccount(board.database.db, { restrictedAt: board.now });
    expect((await ask('anna@new.example', await signedIn(board, frozen))).status).toBe(403);
    expect((await ask('anna@new.example', '')).status).toBe(401);
    expect(await mailsOf(board.database.client, 'confirm-address')).toEqual([]);
  });

  test.each([
    ['no address', 'anna'],
    ['letters that look like others', 'аnna@new.example'],
    ['a second header', 'anna@new.example\r\nBcc: all@new.example'],
    ['endless', `${'a'.repeat(300)}@new.example`],
    ['something else than a text', { email: 'anna@new.example' }],
  ])('names the field for what is %s', async (_, email) => {
    const response = await ask(email);
    expect(response.status).toBe(400);
    expect((await response.json()).error.fields[0].field).toBe('email');
  });

  test('refuses the address that the account has, in any case', async () => {
    expect((await ask(old.toUpperCase())).status).toBe(400);
  });

  test('takes nothing but an address', async () => {
    const body = { email: 'anna@new.example', accountId: newId(), role: 'administrator' };
    const response = await post('/api/account/address', { cookie, body });
    expect(response.status).toBe(400);
  });

  test('again kills the link before', async () => {
    await ask('first@new.example');
    const first = await openedLink(board.database.client, { kind: 'confirm-address', to: 'first@new.example' });
    await ask('second@new.example');
    expect((await post('/api/account/address/confirm', { cookie: `${cookie}; ${first}` })).status).toBe(404);
    expect((await post('/api/account/address/confirm', { cookie: first })).status).toBe(401);
    expect(await emailOf()).toBe(old);
  });
});

describe('confirming', () => {
  test('gives the account the address, ends every other session, and goes on here under another id', async () => {
    const elsewhere = await signedIn(board, account);
    const response = await changeTo('anna@new.example');
    expect(response.status).toBe(200);
    expect(await emailOf()).toBe('anna@new.example');
    const seen = (as: string) => board.ask('/api/account', { headers: { Cookie: as } });
    expect((await seen(elsewhere)).status).toBe(401);
    expect((await seen(cookie)).status).toBe(401);
    const now = await seen(sessionOf(response));
    expect(await now.json()).toMatchObject({ email: 'anna@new.example', newAddress: null });
  });

  test(
    'tells the old address, which may undo it for seven days, and names the new one only masked',
    proves('change-address-yourself'),
    async () => {
      await changeTo('anna@new.example');
      const [mail] = await mailsOf(board.database.client, 'address-changed');
      expect(mail).toMatchObject({ to: old, facts: { to: 'a…@n….example', until: board.now + 7 * 24 * 60 * 60 * 1000 } });
    },
  );

  test('works once, by its own kind of link, and in no other account', async () => {
    await ask('anna@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    const stranger = await signedIn(board, await makeAccount(board.database.db));
    expect((await post('/api/account/address/confirm', { cookie: `${stranger}; ${link}` })).status).toBe(403);
    expect((await post('/api/account/address/undo', { cookie: link })).status).toBe(404);
    expect(await emailOf()).toBe(old);
    expect((await post('/api/account/address/confirm', { cookie: link })).status).toBe(200);
    expect((await post('/api/account/address/confirm', { cookie: link })).status).toBe(401);
    expect(await emailOf()).toBe('anna@new.example');
  });

  test('needs a link: a session alone changes nothing', async () => {
    await ask('anna@new.example');
    expect((await post('/api/account/address/confirm', { cookie })).status).toBe(404);
    expect((await post('/api/account/address/confirm', { cookie: '' })).status).toBe(401);
    const truncated = (await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' })).slice(0, -1);
    expect((await post('/api/account/address/confirm', { cookie: truncated.replaceAll(/.;/g, ';') })).status).toBe(401);
    expect(await emailOf()).toBe(old);
  });

  test('is over after the link’s hour', async () => {
    await ask('anna@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    await board.database.client.execute({ sql: 'update link_tokens set expires_at = ?', args: [board.now] });
    expect((await post('/api/account/address/confirm', { cookie: link })).status).toBe(401);
    expect(await emailOf()).toBe(old);
  });

  test('changes nothing in an account that is frozen, signed in or not', async () => {
    await ask('anna@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    await board.database.client.execute({ sql: 'update accounts set restricted_at = 1 where id = ?', args: [account.id] });
    for (const as of [link, `${cookie}; ${link}`]) expect((await post('/api/account/address/confirm', { cookie: as })).status).toBe(403);
    expect(await emailOf()).toBe(old);
  });

  test('loses against an account that took the address meanwhile', async () => {
    await ask('anna@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    await makeAccount(board.database.db, { email: 'Anna@New.example' });
    expect((await post('/api/account/address/confirm', { cookie: link })).status).toBe(409);
    expect(await emailOf()).toBe(old);
    expect(await mailsOf(board.database.client, 'address-changed')).toEqual([]);
  });

  test('of two accounts that want one address, pressed at the same moment, gives it to one', async () => {
    const other = await makeAccount(board.database.db);
    const theirs = await signedIn(board, other);
    await ask('both@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'both@new.example' });
    await board.database.client.execute('delete from mails');
    await ask('both@new.example', theirs);
    const second = await openedLink(board.database.client, { kind: 'confirm-address', to: 'both@new.example' });
    const answers = await Promise.all([link, second].map((one) => post('/api/account/address/confirm', { cookie: one })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { rows } = await board.database.client.execute("select count(*) as n from accounts where email_key = 'both@new.example'");
    expect(rows[0]?.['n']).toBe(1);
  });

  test.each([
    [
      'another password',
      () => post('/api/account/password', { cookie, body: { current: PASSWORD, password: 'quiet otters paint nine doors' } }),
    ],
    ['another password by mail', resetByMail],
    ['signing out elsewhere', () => post('/api/account/sessions/end-others', { cookie })],
    ['signing out everywhere', () => post('/api/sign-out/everywhere', { cookie })],
  ])('ends with %s: what a thief asked for does not outlive the thief', async (_, act) => {
    expect((await ask('thief@new.example', await signedIn(board, account))).status).toBe(202);
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'thief@new.example' });
    expect((await act()).status).toBe(200);
    expect((await post('/api/account/address/confirm', { cookie: link })).status).not.toBe(200);
    expect(await emailOf()).toBe(old);
    expect(await rowOf('address_changes')).toEqual([]);
  });

  test('stays undoable though the password changes', async () => {
    await changeTo('anna@new.example');
    const thief = await signedIn(board, account);
    await post('/api/account/password', { cookie: thief, body: { current: PASSWORD, password: 'quiet otters paint nine doors' } });
    expect((await undoBy(old)).status).toBe(200);
    expect(await emailOf()).toBe(old);
  });

  test('closes the links that lie in the old mailbox', async () => {
    const at = [board.now, board.now + 60_000];
    await board.database.client.execute({
      sql: "insert into link_tokens (id, kind, account_id, created_at, expires_at) values ('reset', 'reset-password', ?, ?, ?)",
      args: [account.id, ...at],
    });
    await changeTo('anna@new.example');
    const { rows } = await board.database.client.execute("select kind from link_tokens where kind <> 'undo-address'");
    expect(rows).toEqual([]);
  });

  test('keeps what would bring the account back sealed', async () => {
    await changeTo('anna@new.example');
    const [change] = await rowOf('address_changes');
    expect(String(change?.['before'])).not.toBe('');
    expect(String(change?.['before'])).not.toContain('scrypt');
    expect(atob(String(change?.['before']))).not.toContain('scrypt');
  });
});

describe('undoing', () => {
  const SINCE = { at: 0 };
  /** What somebody does who has taken an account over. */
  async function takeOver(): Promise<void> {
    const { client } = board.database;
    SINCE.at = board.now + 1000;
    await client.execute({
      sql: 'update accounts set password_hash = ? where id = ?',
      args: [hashPassword('another password altogether'), account.id],
    });
    await client.execute({ sql: 'delete from totp_factors where account_id = ?', args: [account.id] });
    await client.execute({ sql: 'delete from recovery_codes where account_id = ?', args: [account.id] });
    await client.execute({ sql: 'delete from passkeys where account_id = ?', args: [account.id] });
    await client.execute({ sql: "insert into totp_factors values (?, 'theirs', ?)", args: [account.id, SINCE.at] });
    await client.execute({ sql: "insert into recovery_codes values ('theirs', ?, ?, null)", args: [account.id, SINCE.at] });
    await passkey('theirs');
    await client.execute({
      sql: "insert into known_browsers values ('theirs', ?, 'Firefox', 'SE', ?, ?)",
      args: [account.id, SINCE.at, SINCE.at],
    });
    await client.execute({ sql: 'insert into factor_losses (account_id, confirmed_at, lifts_at) values (?, 1, 2)', args: [account.id] });
    await signedIn(board, account);
  }

  const passkey = (id: string) =>
    board.database.client.execute({
      sql: "insert into passkeys (id, account_id, name, public_key, counter, transports, created_at) values (?, ?, 'key', x'0102ff', 3, '[\"usb\"]', 1)",
      args: [id, account.id],
    });

  async function ownFactors(): Promise<void> {
    const { client } = board.database;
    await client.execute({ sql: "insert into totp_factors values (?, 'mine', 1)", args: [account.id] });
    await client.execute({ sql: "insert into recovery_codes values ('mine', ?, 1, null)", args: [account.id] });
    await passkey('mine');
  }

  async function expectAsBefore(): Promise<void> {
    const [row] = await rowOf('accounts');
    expect(row).toMatchObject({ email: old, email_key: old, password_hash: PASSWORD_HASH });
    expect(await rowOf('totp_factors')).toMatchObject([{ secret: 'mine' }]);
    expect(await rowOf('recovery_codes')).toMatchObject([{ id: 'mine' }]);
    const keys = await rowOf('passkeys');
    expect(keys).toMatchObject([{ id: 'mine', counter: 3, transports: '["usb"]' }]);
    expect([...new Uint8Array(keys[0]?.['public_key'] as ArrayBuffer)]).toEqual([1, 2, 255]);
    for (const table of ['sessions', 'challenges', 'factor_losses']) expect(await rowOf(table), table).toEqual([]);
    expect((await rowOf('known_browsers')).map(({ id }) => id)).not.toContain('theirs');
  }

  test(
    'gives the owner everything back from whoever changed address, password and factors',
    proves('change-address-yourself'),
    async () => {
      await ownFactors();
      await changeTo('thief@away.example');
      await takeOver();
      expect((await undoBy(old)).status).toBe(200);
      await expectAsBefore();
      expect((await rowOf('accounts'))[0]?.['reset_blocked_until']).toBe(board.now + 7 * 24 * 60 * 60 * 1000);
      const told = await mailsOf(board.database.client, 'address-change-undone');
      expect(told.map(({ to, facts }) => [to, facts['isBack']]).sort()).toEqual(
        [
          [old, true],
          ['thief@away.example', false],
        ].sort(),
      );
    },
  );

  test('works after the account was changed on and on, and then only from the first address', async () => {
    await ownFactors();
    const session = sessionOf(await changeTo('thief@away.example'));
    await takeOver();
    await changeTo('thief@further.example', session);
    expect((await undoBy(old)).status).toBe(200);
    await expectAsBefore();
    expect((await undoBy('thief@away.example')).status).toBe(401);
    expect(await emailOf()).toBe(old);
    expect((await rowOf('address_changes')).map(({ before, undone_at }) => [before, undone_at])).toEqual([
      [null, board.now],
      [null, board.now],
    ]);
  });

  test('of a later change leaves the undoing of the earlier one to whoever had the address first', async () => {
    await ownFactors();
    const session = sessionOf(await changeTo('thief@away.example'));
    // The board of this test stands still in time: the first change is moved back a little.
    await board.database.client.execute('update address_changes set confirmed_at = confirmed_at - 1000');
    await changeTo('thief@further.example', session);
    expect((await undoBy('thief@away.example')).status).toBe(200);
    expect(await emailOf()).toBe('thief@away.example');
    expect((await undoBy(old)).status).toBe(200);
    await expectAsBefore();
  });

  test('makes every browser new: the next sign-in is told by mail, though it knows the password of before', async () => {
    const enter = (known = '') => post('/api/sign-in', { cookie: known, body: { email: old, password: PASSWORD } });
    const thief = await enter();
    const known =
      thief.headers
        .getSetCookie()
        .map((text) => text.split(';')[0] ?? '')
        .find((text) => text.includes('known-browser')) ?? '';
    await changeTo('thief@new.example', sessionOf(thief));
    expect((await undoBy(old)).status).toBe(200);
    expect(await mailsOf(board.database.client, 'new-device')).toEqual([]);
    expect((await enter(known)).status).toBe(200);
    expect((await mailsOf(board.database.client, 'new-device')).map(({ to }) => to)).toEqual([old]);
  });

  test('leaves a recovery code used that was used meanwhile', async () => {
    await ownFactors();
    await changeTo('anna@new.example');
    await board.database.client.execute("update recovery_codes set used_at = 5 where id = 'mine'");
    await undoBy(old);
    expect(await rowOf('recovery_codes')).toMatchObject([{ id: 'mine', used_at: 5 }]);
  });

  test('closes what is half-way: links, and sign-ins that wait for a second step', async () => {
    const session = sessionOf(await changeTo('thief@away.example'));
    await ask('thief@further.example', session);
    const pending = await openedLink(board.database.client, { kind: 'confirm-address', to: 'thief@further.example' });
    await board.database.client.execute({
      sql: "insert into challenges values ('half', 'second-factor', ?, '', 0, ?, ?)",
      args: [account.id, board.now, board.now + 60_000],
    });
    expect((await undoBy(old)).status).toBe(200);
    expect((await post('/api/account/address/confirm', { cookie: pending })).status).toBe(401);
    expect(await rowOf('challenges')).toEqual([]);
    expect(await rowOf('link_tokens')).toEqual([]);
  });

  test('works though the account was frozen meanwhile', async () => {
    await changeTo('thief@away.example');
    await board.database.client.execute({ sql: 'update accounts set restricted_at = 1 where id = ?', args: [account.id] });
    expect((await undoBy(old)).status).toBe(200);
    expect(await emailOf()).toBe(old);
  });

  test('works once, and not after its seven days', async () => {
    await changeTo('anna@new.example');
    await board.database.client.execute({ sql: 'update link_tokens set expires_at = ?', args: [board.now] });
    expect((await undoBy(old)).status).toBe(401);
    await board.database.client.execute({ sql: 'update link_tokens set expires_at = ?', args: [board.now + 1000] });
    const answers = await Promise.all([undoBy(old), undoBy(old)]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect((await undoBy(old)).status).toBe(401);
    expect(await mailsOf(board.database.client, 'address-change-undone')).toHaveLength(2);
  });

  test('says so when the old address has another account by now, and changes nothing', async () => {
    await changeTo('anna@new.example');
    await makeAccount(board.database.db, { email: old });
    expect((await undoBy(old)).status).toBe(409);
    expect(await emailOf()).toBe('anna@new.example');
  });
});

test('whoever opened a link sees what it is about, with masked addresses', async () => {
  await ask('anna@new.example');
  const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
  const seen = await board.ask('/api/account/address/change', { headers: { Cookie: link } });
  expect(await seen.json()).toEqual({ kind: 'confirm-address', from: 'a…@o….example', to: 'a…@n….example' });
  expect(seen.headers.get('Cache-Control')).toContain('no-store');
  expect((await board.ask('/api/account/address/change', { headers: { Cookie: cookie } })).status).toBe(404);
});

test('the account’s activity says what happened, without the whole address', async () => {
  await changeTo('anna@new.example');
  const lines = await rowOf('activity');
  expect(lines.map(({ kind }) => kind)).toEqual(['address-change-asked', 'address-changed']);
  expect(JSON.stringify(lines)).not.toContain('anna@new.example');
});
