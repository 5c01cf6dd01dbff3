import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, PASSWORD } from '#tests/support/accounts.ts';
import { cookiesFrom, openForm, press } from '#tests/support/choice-form.ts';
import { anAddress, LONG_PASSWORD } from '#tests/support/door.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

/** The pages of the door as a browser without JavaScript uses them. */
let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

type Fields = Readonly<Record<string, string>>;
const location = (response: Response) => response.headers.get('Location');
const page = (path: string, cookie = '') => openForm(`${board.origin}${path}`, cookie === '' ? {} : { Cookie: cookie });
const send = (path: string, fields: Fields, cookie = '') =>
  press(`${board.origin}${path}`, { fields, headers: cookie === '' ? {} : { Cookie: cookie } });
const wishes = { role: 'seeker', age: 'yes', terms: 'yes' };

/** Opens the newest mail to an address, and presses the button of its page. */
async function followMail(email: string) {
  const { kind, token } = await lastMailTo(board, email);
  const opened = await page(`/open/${kind}?token=${token}`);
  expect(opened.fields).toEqual({ token });
  return send(`/open/${kind}`, opened.fields);
}

test('a person signs up, confirms, and is in, by forms alone', async () => {
  const email = anAddress();
  const signedUp = await send('/sign-up', { email, password: LONG_PASSWORD, ...wishes });
  expect([signedUp.status, location(signedUp)]).toEqual([303, '/sign-up?sent']);
  expect((await page('/sign-up?sent')).html).toContain('Look into your mail');
  const followed = await followMail(email);
  expect([followed.status, location(followed)]).toEqual([303, '/sign-up/confirm']);
  const link = cookiesFrom(followed);
  expect((await page('/sign-up/confirm', link)).html).toContain(`value="${email}"`);
  const confirmed = await send('/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, link);
  expect([confirmed.status, location(confirmed)]).toEqual([303, '/account']);
  expect((await page('/account', cookiesFrom(confirmed))).status).toBe(200);
});

test('the page of a link hands its token on to nothing that it asks for, and keeps it nowhere', async () => {
  const opened = await fetch(`${board.origin}/open/reset-password?token=${'a'.repeat(43)}`);
  expect(opened.headers.get('Referrer-Policy')).toBe('strict-origin');
  expect(opened.headers.get('Cache-Control')).toBe('no-store');
  expect((await fetch(`${board.origin}/sign-in`)).headers.get('Referrer-Policy')).toBe('same-origin');
});

test('what was typed stays when something is wrong, but no password; what is wrong stands beside its field', async () => {
  const refused = await send('/sign-up', {
    email: 'no address "><b>',
    password: LONG_PASSWORD,
    role: 'employer',
    age: 'yes',
    terms: 'yes',
  });
  const html = await refused.text();
  expect(refused.status).toBe(400);
  expect(html).toMatch(/value="no address &(#34|quot);/);
  expect(html).not.toContain(LONG_PASSWORD);
  expect(html).toMatch(/<input checked[^>]* id="role-employer"/);
  expect(html).toContain('id="email-error"');
  expect(html).toContain('<a href="#email">');
});

test('a link to the sign-up may choose what brings somebody here, and ticks no box', async () => {
  const { html, fields } = await page('/sign-up?role=employer&age=yes&terms=yes&email=ada@example.org');
  expect(fields).toEqual({ role: 'employer' });
  expect(html).not.toContain('ada@example.org');
});

test('signing in leads back to where one was, on this board alone', async () => {
  const { email } = await makeAccount(board.database.db);
  const sign = async (back: string) => location(await send(`/sign-in?back=${encodeURIComponent(back)}`, { email, password: PASSWORD }));
  expect(await sign('/jobs?q=nurse')).toBe('/jobs?q=nurse');
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in', '/sign-out'])
    expect(await sign(elsewhere), elsewhere).toBe('/account');
});

test('a wrong password keeps the address and says how to go on; too many say how long to wait', async () => {
  const { email } = await makeAccount(board.database.db);
  const tries = [];
  for (let tried = 0; tried < 6; tried += 1) tries.push(await send('/sign-in', { email, password: 'wrong, wrong and wrong' }));
  const [first, last] = [tries[0], tries.at(-1)];
  expect([first?.status, last?.status]).toEqual([400, 429]);
  const html = (await first?.text()) ?? '';
  expect(html).toContain(`value="${email}"`);
  expect(html).not.toContain('wrong, wrong and wrong');
  expect(await last?.text()).toMatch(/Try again in \d\d seconds, or set a new password by mail/);
});

test('a forgotten password is set anew by forms alone, and says nothing of who exists', async () => {
  const { email } = await makeAccount(board.database.db);
  const [known, unknown] = [await send('/forgot', { email }), await send('/forgot', { email: anAddress() })];
  expect([known.status, location(known)]).toEqual([unknown.status, location(unknown)]);
  const followed = await followMail(email);
  expect(location(followed)).toBe('/reset');
  const link = cookiesFrom(followed);
  const short = await send('/reset', { password: 'short' }, link);
  expect(short.status).toBe(400);
  const done = await send('/reset', { password: LONG_PASSWORD }, link);
  expect([done.status, location(done)]).toEqual([303, '/sign-in?reset']);
  expect((await page('/reset', link)).status).toBe(404);
  expect(location(await send('/sign-in', { email, password: LONG_PASSWORD }))).toBe('/account');
});

test('opening a mail’s link changes nothing, uses nothing up, and a page with a token is kept and listed nowhere', async () => {
  const { email } = await makeAccount(board.database.db);
  await send('/forgot', { email });
  const { token } = await lastMailTo(board, email);
  for (let looked = 0; looked < 3; looked += 1) {
    const response = await fetch(`${board.origin}/open/reset-password?token=${token}`);
    expect([response.status, response.headers.get('Cache-Control'), response.headers.getSetCookie()]).toEqual([200, 'no-store', []]);
    const html = await response.text();
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect([...html.matchAll(/(?:href|src|action)="https?:\/\/(?!localhost)[^"]*"/g)].map(([text]) => text)).toEqual([]);
  }
  const { rows } = await board.database.client.execute({
    sql: "select used_at from link_tokens where kind = 'reset-password' and account_id = (select id from accounts where email = ?)",
    args: [email],
  });
  expect(rows).toEqual([{ used_at: null }]);
});

test('a link that opens nothing, or of a kind that there is not, leads to nothing', async () => {
  const refused = await send('/open/reset-password', { token: 'x'.repeat(43) });
  expect([refused.status, refused.headers.getSetCookie()]).toEqual([404, []]);
  expect(await refused.text()).toContain('This link opens nothing');
  expect((await page('/open/anything?token=x')).status).toBe(404);
  for (const path of ['/reset', '/sign-up/confirm']) expect((await send(path, { password: LONG_PASSWORD })).status).toBe(404);
});

test('the password is changed by a form, and the other browser is signed out', async () => {
  const { email } = await makeAccount(board.database.db);
  const [here, there] = [await send('/sign-in', { email, password: PASSWORD }), await send('/sign-in', { email, password: PASSWORD })].map(
    cookiesFrom,
  );
  const wrong = await send('/account/password', { current: 'not this one at all', password: LONG_PASSWORD }, here);
  expect([wrong.status, (await wrong.text()).includes('id="current-error"')]).toEqual([400, true]);
  const done = await send('/account/password', { current: PASSWORD, password: LONG_PASSWORD }, here);
  expect([done.status, location(done)]).toEqual([303, '/account/password?done']);
  expect((await page('/account/password', cookiesFrom(done))).status).toBe(200);
  const out = await fetch(`${board.origin}/account/password`, { redirect: 'manual', headers: { Cookie: there ?? '' } });
  expect([out.status, location(out)]).toEqual([303, '/sign-in?back=%2Faccount%2Fpassword']);
  expect((await mailsTo(board, email)).map(({ kind }) => kind)).toContain('password-changed');
});

test('a form that another site sends does nothing', async () => {
  const email = anAddress();
  const body = new URLSearchParams({ email, password: LONG_PASSWORD, ...wishes });
  const response = await fetch(`${board.origin}/sign-up`, { method: 'POST', body, headers: { Origin: 'https://evil.example' } });
  expect([response.status, await mailsTo(board, email)]).toEqual([403, []]);
});
