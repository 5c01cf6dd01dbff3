import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { hashRecipient } from '#tests/support/mails.ts';
import { proves } from '#tests/support/proves.ts';
import { accountView } from '#worker/accounts/model/account-view.ts';
import { mailChoicesView } from '#worker/accounts/model/mail-switches.ts';

let board: ApiBoard;
let account: TestAccount;
let cookie: string;
beforeAll(async () => {
  board = await apiBoard();
});
beforeEach(async () => {
  await board.database.client.executeMultiple('delete from mail_suppressions; delete from accounts;');
  account = await makeAccount(board.database.db);
  cookie = await signedIn(board, account);
});
afterAll(() => board.close());

const PROFILE = { name: 'Anna Smith', language: 'en', region: 'DE' };
const get = (path: string, headers = {}) => board.ask(path, { headers: { Cookie: cookie, ...headers } });
const post = (path: string, body: unknown, as = cookie) => board.ask(path, ownPost(ORIGIN, { cookie: as, body }));
const rowOf = async (id = account.id) =>
  (await board.database.client.execute({ sql: 'select * from accounts where id = ?', args: [id] })).rows[0];
const choiceRows = async () => (await board.database.client.execute('select * from mail_choices order by rowid')).rows;
const fieldsOf = async (response: Response) =>
  ((await response.json()).error.fields ?? []).map(({ field }: { readonly field: string }) => field);

describe('one’s own account', () => {
  test('shows what the person has said, and no field more', async () => {
    const seen = accountView.strict().parse(await (await get('/api/account')).json());
    expect(seen).toMatchObject({ email: account.email, name: null, region: null, restricted: false, gpc: false, addressFails: null });
  });

  test('says whether mail to its address comes back', async () => {
    await board.database.client.execute({
      sql: "insert into mail_suppressions values (?, 'bounce', 1)",
      args: [await hashRecipient(account.emailKey)],
    });
    expect(await (await get('/api/account')).json()).toMatchObject({ addressFails: 'bounce' });
    expect(await (await get('/api/account/mail')).json()).toMatchObject({ addressFails: 'bounce' });
  });

  test('is shown to nobody else', async () => {
    for (const path of ['/api/account', '/api/account/mail']) {
      expect((await board.ask(path)).status).toBe(401);
      expect((await get(path)).headers.get('Cache-Control')).toContain('no-store');
    }
  });
});

describe('the profile', () => {
  test('takes a name, a language and a region, each of which but the language may be taken away again', async () => {
    expect(await (await post('/api/account/profile', PROFILE)).json()).toMatchObject(PROFILE);
    const cleared = await post('/api/account/profile', { name: '  ', language: 'en', region: '' });
    expect(await cleared.json()).toMatchObject({ name: null, region: null });
  });

  test.each([
    ['role', 'administrator'],
    ['id', 'aaaaaaaaaaaaaaaaaaaa'],
    ['accountId', 'aaaaaaaaaaaaaaaaaaaa'],
    ['email', 'thief@away.example'],
    ['restrictedAt', null],
    ['termsVersion', 9],
    ['__proto__x', {}],
  ])('takes no %s', async (field, value) => {
    const before = await rowOf();
    const response = await post('/api/account/profile', { ...PROFILE, [field]: value });
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toEqual([field]);
    expect(await rowOf()).toEqual(before);
  });

  test('keeps any name that is one line: markup is a name like others, and looks are normalised', async () => {
    for (const name of ['<b>O’Brien</b> & "Søns"', 'Zoë 🦊 李', 'José'.normalize('NFD')]) {
      const response = await post('/api/account/profile', { ...PROFILE, name });
      expect(await response.json()).toMatchObject({ name: name.normalize('NFC') });
    }
  });

  test.each([
    ['two lines', 'Anna\r\nBcc: all@away.example'],
    ['a character that cannot be seen', 'Anna\u202Egnp.exe'],
    ['a line separator', 'Anna\u2028Smith'],
    ['101 characters', 'é'.repeat(101)],
  ])('refuses a name of %s', async (_, name) => {
    const response = await post('/api/account/profile', { ...PROFILE, name });
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toEqual(['name']);
  });

  test('counts a name in characters: 100 with accents and emoji are taken', async () => {
    expect((await post('/api/account/profile', { ...PROFILE, name: `${'🦊'.repeat(50)}${'e\u0301'.repeat(50)}` })).status).toBe(200);
  });

  test('names every field that is wrong', async () => {
    const response = await post('/api/account/profile', { name: 'a\nb', language: 'xx', region: 'US-XX' });
    expect(await fieldsOf(response)).toEqual(['name', 'language', 'region']);
  });

  test('says which law protects whoever lives there', async () => {
    const laws = async (region: string) => (await (await post('/api/account/profile', { ...PROFILE, region })).json()).laws;
    expect(await laws('DE')).toEqual(['gdpr']);
    expect(await laws('US-CA')).toEqual(['gdpr', 'ccpa']);
    expect(await laws('BR')).toEqual(['gdpr']);
  });

  test('is written for nobody else, and not while the account is frozen', async () => {
    const other = await makeAccount(board.database.db, { restrictedAt: board.now });
    expect((await post('/api/account/profile', PROFILE, await signedIn(board, other))).status).toBe(403);
    expect((await post('/api/account/profile', PROFILE, '')).status).toBe(401);
    await post('/api/account/profile', PROFILE);
    expect((await rowOf(other.id))?.['name']).toBeNull();
  });
});

describe('mails that need a yes', () => {
  test('are all off until somebody switches one on', proves('each-mail-own-switch'), async () => {
    const { choices, locked } = mailChoicesView.strict().parse(await (await get('/api/account/mail')).json());
    expect(Object.values(choices)).toEqual(Array(4).fill({ wanted: false, chosenAt: null }));
    expect(locked).toBe(false);
  });

  test('have a switch each, and what was chosen is kept with the words that asked', proves('each-mail-own-switch'), async () => {
    await post('/api/account/mail', { surveys: true });
    await post('/api/account/mail', { surveys: true, newsletter: false });
    const off = await (await post('/api/account/mail', { surveys: false, 'product-mail': true })).json();
    expect(off.choices).toMatchObject({ surveys: { wanted: false }, 'product-mail': { wanted: true }, newsletter: { chosenAt: null } });
    expect(await choiceRows()).toMatchObject([
      { kind: 'surveys', wanted: 1, surface: 'account', privacy_version: 1 },
      { kind: 'product-mail', wanted: 1 },
      { kind: 'surveys', wanted: 0 },
    ]);
  });

  test('stay off while direct marketing is objected to', async () => {
    await board.database.client.execute('update accounts set marketing_objected_at = 1');
    expect((await post('/api/account/mail', { newsletter: true })).status).toBe(403);
    expect(await choiceRows()).toEqual([]);
    expect(await (await get('/api/account/mail')).json()).toMatchObject({ locked: true });
  });

  test('are chosen by their person alone, field by field, and not while the account is frozen', async () => {
    const frozen = await makeAccount(board.database.db, { restrictedAt: board.now });
    expect((await post('/api/account/mail', { newsletter: true }, await signedIn(board, frozen))).status).toBe(403);
    expect((await post('/api/account/mail', { newsletter: true }, '')).status).toBe(401);
    for (const body of [{ newsletter: 'yes' }, { service: false }, { newsletter: true, accountId: frozen.id }])
      expect((await post('/api/account/mail', body)).status).toBe(400);
    expect(await choiceRows()).toEqual([]);
  });
});

describe('Global Privacy Control', () => {
  test('is kept on the account of whoever sends it signed in, and stays', async () => {
    await get('/api/session');
    expect((await rowOf())?.['gpc']).toBe(0);
    await get('/api/session', { 'Sec-GPC': '1' });
    await get('/api/session');
    expect(await (await get('/api/account')).json()).toMatchObject({ gpc: true });
  });

  test('of a visitor is kept nowhere', async () => {
    await board.ask('/api/session', { headers: { 'Sec-GPC': '1' } });
    expect((await rowOf())?.['gpc']).toBe(0);
  });
});
