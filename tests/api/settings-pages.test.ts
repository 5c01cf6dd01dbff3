import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { openedLink } from '#tests/support/opened-link.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let account: TestAccount;
let cookie: string;
beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  await board.database.client.executeMultiple('delete from mails; delete from accounts;');
  account = await makeAccount(board.database.db, { email: 'anna@old.example' });
  cookie = await signedIn(board, account);
});
afterAll(() => board.close());

const open = (path: string, as = cookie) => fetch(board.origin + path, { redirect: 'manual', headers: { Cookie: as } });
const press = (path: string, fields: Readonly<Record<string, string>>, as = cookie) =>
  fetch(board.origin + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { Cookie: as, Origin: board.origin, 'Sec-Fetch-Site': 'same-origin' },
  });
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');

describe('the profile’s page', () => {
  test('saves without script, and shows a name with markup as the text that it is', async () => {
    const name = '<img src=x onerror=alert(1)> & "Co"';
    const saved = await press('/account/profile', { name, language: 'en', region: 'US-CA' });
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/account/profile?saved']);
    const html = await (await open('/account/profile?saved')).text();
    expect(html.replaceAll(/="[^"]*"/g, '')).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
    expect(html).toContain('The law of California (CCPA) protects you as well');
  });

  test('keeps what was typed where something is wrong, and says what to do beside the field', async () => {
    const answer = await press('/account/profile', { name: 'a\nb', language: 'en', region: 'SE' });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toMatch(/<option value="SE"[^>]*selected/);
    expect(html).toMatch(/aria-invalid="true"/);
    expect(html).toContain('Write the name in one line');
  });

  test.each(['/account/profile', '/account/address', '/account/mail'])('%s leads visitors to the door and back', async (path) => {
    const answer = await open(path, '');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/sign-in?back=${encodeURIComponent(path)}`]);
  });
});

describe('the address’s pages', () => {
  test('ask for proof before anything is typed', async () => {
    const stale = await signedIn(board, account, { provenAt: Date.now() - 16 * 60 * 1000 });
    const answer = await open('/account/address', stale);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account/prove?back=%2Faccount%2Faddress']);
  });

  test('change the address and change it back, without script', async () => {
    expect((await press('/account/address', { email: 'anna@new.example' })).status).toBe(303);
    const waiting = await (await open('/account/address')).text();
    expect(waiting).toContain('A mail is on its way to anna@new.example');
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    expect(await (await open('/account/address/confirm', link)).text()).toContain('a…@n….example');
    const confirmed = await press('/account/address/confirm', {}, `${cookie}; ${link}`);
    expect(confirmed.headers.get('Location')).toBe('/account/address/confirm?done');
    expect(await (await open('/account/profile', cookiesOf(confirmed))).text()).toContain('anna@new.example');
    const undo = await openedLink(board.database.client, { kind: 'address-changed', to: 'anna@old.example' });
    const undone = await press('/account/address/undo', {}, undo);
    expect(undone.headers.get('Location')).toBe('/account/address/undo?done');
    expect(await (await open('/account/address/undo?done', '')).text()).toContain('everything is as before');
    expect((await open('/account', cookiesOf(confirmed))).status).toBe(303);
  });

  test('do nothing when a link is only opened', async () => {
    await press('/account/address', { email: 'anna@new.example' });
    const link = await openedLink(board.database.client, { kind: 'confirm-address', to: 'anna@new.example' });
    await open('/account/address/confirm', link);
    await open('/account/address/confirm?done', link);
    expect(await (await open('/account/profile')).text()).toContain('anna@old.example');
  });

  test.each(['/account/address/confirm', '/account/address/undo'])('%s says to open the mail where no link is open', async (path) => {
    for (const as of ['', cookie]) {
      const answer = await open(path, as);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Open the link in the newest mail');
    }
    expect((await press(path, {}, '')).status).toBe(404);
  });

  test('keep what was typed where it is no address', async () => {
    const answer = await press('/account/address', { email: 'anna at home' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('value="anna at home"');
  });
});

describe('the mails’ page', () => {
  test('switches on and off without script', async () => {
    expect((await press('/account/mail', { surveys: 'on' })).headers.get('Location')).toBe('/account/mail?saved');
    expect(await (await open('/account/mail')).text()).toMatch(/<input checked id="surveys"/);
    await press('/account/mail', {});
    expect(await (await open('/account/mail')).text()).not.toMatch(/checked/);
  });

  test('is locked while direct marketing is objected to', async () => {
    await press('/account/mail', { surveys: 'on' });
    await board.database.client.execute('update accounts set marketing_objected_at = 1');
    const html = await (await open('/account/mail')).text();
    expect(html.match(/type="checkbox"/g)).toHaveLength(4);
    expect(html.match(/ disabled/g)).toHaveLength(4);
    expect(html).not.toMatch(/checked/);
  });
});
