import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn } from '#tests/support/accounts.ts';
import { press } from '#tests/support/choice-form.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let ana: string;
let bo: string;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
  const { db } = board.database;
  ana = await signedIn(board, await makeAccount(db, { name: 'Ana Example', email: 'ana@mail.example' }));
  bo = await signedIn(board, await makeAccount(db, { email: 'bo@elsewhere.example' }));
});
afterAll(() => board.close());

const header = (html: string) => html.slice(html.indexOf('<header'), html.indexOf('</header>'));
const read = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(board.origin + path, { headers });
  return { response, head: header(await response.text()) };
};

const AT_THE_EDGE = ['/jobs?q=nurse', '/promises', '/cookies/choices'];
const MADE_BEFORE = ['/', '/privacy', '/about'];

test.each(AT_THE_EDGE)('%s says who is signed in, by name or by masked address, and offers the way out', async (path) => {
  const named = await read(path, { Cookie: ana });
  expect(named.head).toContain('Ana Example');
  expect(named.head).toMatch(/<form method="post" action="\/sign-out">\s*<button type="submit">Sign out</);
  const masked = await read(path, { Cookie: bo });
  expect(masked.head).toContain('b…@e….example');
  expect(masked.head).not.toContain('bo@elsewhere.example');
});

test.each(AT_THE_EDGE)('%s offers visitors to sign in', async (path) => {
  const { head } = await read(path);
  expect(head).toContain(`href="/sign-in?back=${encodeURIComponent(path)}"`);
  expect(head).not.toContain('Sign out');
});

test.each(MADE_BEFORE)('%s, made before anybody comes, says “Account” to everybody', async (path) => {
  const { head } = await read(path, { Cookie: ana });
  expect(head).toMatch(/href="\/account"[^>]*>Account</);
  expect(head).not.toContain('Ana Example');
});

test.each(AT_THE_EDGE)('nobody may keep %s as it was made for somebody, and no cache may take it for everybody’s', async (path) => {
  const { response } = await read(path, { Cookie: ana });
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('Vary')).toContain('Cookie');
  expect(response.headers.get('ETag')).toBeNull();
  const visitors = await read(path);
  expect(visitors.response.headers.get('Vary')).toContain('Cookie');
});

test.each(AT_THE_EDGE)('%s is answered anew for everybody who asks again, whatever they kept', async (path) => {
  const first = await read(path, { Cookie: ana });
  const kept = { 'If-None-Match': first.response.headers.get('ETag') ?? '*', 'If-Modified-Since': new Date().toUTCString() };
  const asBo = await read(path, { Cookie: bo, ...kept });
  expect(asBo.response.status).toBe(200);
  expect(asBo.head).toContain('b…@e….example');
  const asVisitor = await read(path, kept);
  expect(asVisitor.response.status).toBe(200);
  expect(asVisitor.head).not.toMatch(/Ana|b…@/);
});

test('a cookie that opens nothing makes nobody signed in, and is asked about once for a page', async () => {
  const { response, head } = await read('/jobs', { Cookie: 'session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' });
  expect(response.status).toBe(200);
  expect(head).toContain('href="/sign-in?back=%2Fjobs"');
});

test('what a name holds stays text', async () => {
  const hostile = await makeAccount(board.database.db, { name: '<img src=x onerror=alert(1)>' });
  const { head } = await read('/jobs', { Cookie: await signedIn(board, hostile) });
  expect(head).not.toContain('<img');
  expect(head).toContain('&lt;img');
});

test('nothing optional runs where somebody is signed in, whatever was allowed before', async () => {
  const page = await (await fetch(`${board.origin}/jobs`, { headers: { Cookie: ana } })).text();
  expect(page).not.toContain('consent-settings');
  const seen = await (await fetch(`${board.origin}/api/consent`, { headers: { Cookie: ana } })).json();
  expect(seen).toMatchObject({ signedIn: true });
});

test('password managers are led to the page on which a password is changed', async () => {
  const response = await fetch(`${board.origin}/.well-known/change-password`, { redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe('/account/password');
});

test('signing in from the header leads back to the page that one was on', async () => {
  const { head } = await read('/jobs?q=night+nurse');
  const [, href = ''] = /href="(\/sign-in[^"]*)"/.exec(head) ?? [];
  const { db } = board.database;
  const { email } = await makeAccount(db, {});
  const signedInNow = await press(board.origin + href, { fields: { email, password: PASSWORD } });
  expect([signedInNow.status, signedInNow.headers.get('Location')]).toEqual([303, '/jobs?q=night+nurse']);
});

test.each(['/sign-in', '/sign-up'])('%s tells whoever is signed in already that they are', async (path) => {
  const html = async (headers: Readonly<Record<string, string>>) => (await fetch(board.origin + path, { headers })).text();
  expect(await html({ Cookie: ana })).toContain('You are signed in as ana@mail.example.');
  expect(await html({})).not.toContain('You are signed in as');
});

test('nobody who has an account is told that it is deleted', async () => {
  const closed = await fetch(`${board.origin}/account/closed`, { headers: { Cookie: ana }, redirect: 'manual' });
  expect([closed.status, closed.headers.get('Location')]).toEqual([303, '/account']);
  expect((await fetch(`${board.origin}/account/closed`)).status).toBe(200);
});

test.each(['/account/profile', '/account/security', '/account/mail'])(
  '%s tells a frozen account so before it tries to change anything',
  async (path) => {
    const frozen = await signedIn(board, await makeAccount(board.database.db, { restrictedAt: 1 }));
    const html = async (cookie: string) => (await fetch(board.origin + path, { headers: { Cookie: cookie } })).text();
    expect(await html(frozen)).toContain('Your account is frozen');
    expect(await html(ana)).not.toContain('Your account is frozen');
  },
);
