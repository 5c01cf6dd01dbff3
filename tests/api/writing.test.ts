import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { makeEmployer } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

interface Sent {
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
}

async function send(path: string, { cookie = '', form }: Sent = {}) {
  const own = { Connection: 'close', Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', ...(cookie === '' ? {} : { Cookie: cookie }) };
  const typed = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const init: RequestInit =
    form === undefined ? { headers: own } : { method: 'POST', headers: { ...own, ...typed }, body: new URLSearchParams(form).toString() };
  const response = await fetch(`${board.origin}${path}`, { redirect: 'manual', ...init });
  const { status, headers } = response;
  return { status, headers, html: await response.text(), location: headers.get('Location') ?? '' };
}

/** Begins a draft signed out, as a browser without script does. */
async function begin(kind: 'job' | 'gig' = 'job') {
  const { headers, location } = await send('/hire/new', { form: { kind } });
  const cookie =
    headers
      .getSetCookie()
      .map((text) => text.split(';')[0] ?? '')
      .find((text) => /draft=/.test(text)) ?? '';
  return { cookie, edit: location, preview: location.replace(/edit$/, 'preview') };
}

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
const rulesIn = (html: string) => [...html.matchAll(/id="rule-([a-z-]+)"/g)].map(([, id]) => id).toSorted();

async function keep(path: string, { cookie, ...typed }: { readonly cookie: string; readonly [name: string]: string }) {
  const { html } = await send(path, { cookie });
  return send(path, { cookie, form: { version: versionIn(html), pressed: 'keep', ...typed } });
}

const WORK = {
  title: 'Baker',
  language: 'en',
  category: 'hospitality',
  employmentTypes: 'full-time',
  description: 'You bake the bread that the town eats in the morning, and you are home before it wakes up.',
  skills: '',
};

test(
  'a job and an advert of one’s own are written in forms of their own, with their own rules beside them',
  proves('three-kinds-of-posts'),
  async () => {
    const [job, gig] = [await begin('job'), await begin('gig')];
    const page = async ({ edit, cookie }: typeof job, part: string) => (await send(`${edit}?part=${part}`, { cookie })).html;
    expect(rulesIn(await page(job, 'pay'))).toEqual(expect.arrayContaining(['pay-named', 'pay-lawful', 'no-pay-history']));
    expect(rulesIn(await page(gig, 'pay'))).toContain('price-named');
    expect(rulesIn(await page(gig, 'pay'))).not.toContain('pay-named');
    expect(await page(job, 'work')).toContain('name="employmentTypes"');
    expect(await page(gig, 'work')).not.toContain('name="employmentTypes"');
    expect(await page(gig, 'where')).toContain('name="areaServed"');
  },
);

test('paid work cannot be sent without its pay, and “on request” is not offered', proves('pay-stated'), async () => {
  const { cookie, edit, preview } = await begin();
  await keep(edit, { cookie, ...WORK });
  const { html } = await send(preview, { cookie });
  expect(html).toMatch(/part=pay&amp;check#salary/);
  expect(html).not.toContain('Give an e-mail address and send it');
  expect((await send(`${edit}?part=pay`, { cookie })).html).not.toMatch(/on request<|negotiable/i);
  await keep(`${edit}?part=pay`, { cookie, salaryMin: '2500', salaryMax: '2800', salaryCurrency: 'EUR', salaryPeriod: 'month' });
  expect((await send(preview, { cookie })).html).not.toContain('check#salary');
});

test('what was typed is kept and shown again, whatever it is', async () => {
  const { cookie, edit } = await begin();
  const nasty = '</textarea><script>alert(1)</script>"\'&';
  const sent = await keep(edit, { cookie, ...WORK, title: nasty, description: nasty });
  expect([sent.status, sent.location]).toEqual([303, `${edit}?part=work&kept`]);
  const { html, headers } = await send(sent.location, { cookie });
  expect(html.replace(/"[^"]*"/g, '')).not.toContain('<script>alert');
  expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)');
  expect(html).toContain('Your draft is kept.');
  expect(headers.get('Cache-Control')).toBe('no-store');
});

test('the parts of the form leave each other alone', async () => {
  const { cookie, edit } = await begin();
  await keep(edit, { cookie, ...WORK });
  await keep(`${edit}?part=apply`, { cookie, apply: 'relay', contactMail: 'jobs@bakery.example', offeredByName: 'The bakery' });
  expect((await send(edit, { cookie })).html).toContain('value="Baker"');
  expect((await send(`${edit}?part=apply`, { cookie })).html).toContain('value="jobs@bakery.example"');
});

test('whoever keeps an older version is told, and loses nothing that was typed', async () => {
  const { cookie, edit } = await begin();
  const { html } = await send(edit, { cookie });
  await keep(edit, { cookie, ...WORK });
  const late = await send(edit, { cookie, form: { version: versionIn(html), pressed: 'keep', ...WORK, title: 'Pastry cook' } });
  expect(late.status).toBe(409);
  expect(late.html).toContain('changed elsewhere');
  expect(late.html).toContain('value="Pastry cook"');
  const again = await send(edit, { cookie, form: { version: versionIn(late.html), pressed: 'keep', ...WORK, title: 'Pastry cook' } });
  expect(again.status).toBe(303);
});

test('a button pressed twice keeps the same words once, and calls nobody somebody else', async () => {
  const { cookie, edit } = await begin();
  const form = { version: versionIn((await send(edit, { cookie })).html), pressed: 'next', ...WORK };
  expect((await send(edit, { cookie, form })).status).toBe(303);
  expect((await send(edit, { cookie, form })).status).toBe(303);
});

test('another part is shown by a button that keeps what was typed in this one', async () => {
  const { cookie, edit } = await begin();
  const { html } = await send(edit, { cookie });
  expect(html).toMatch(/<button type="submit" form="writing" name="pressed" value="to-pay"/);
  const form = { version: versionIn(html), ...WORK };
  const { headers } = await send(edit, { cookie, form: { ...form, pressed: 'to-pay' } });
  expect(headers.get('Location')).toBe(`${edit}?part=pay`);
  expect((await send(edit, { cookie })).html).toContain('value="Baker"');
});

test('whoever comes back to the desk without an account finds the draft of that browser, and nobody else does', async () => {
  const { cookie, edit } = await begin();
  const link = `href="${edit}"`;
  expect((await send('/hire', { cookie })).html).toContain(link);
  expect((await send('/hire', { cookie: (await begin()).cookie })).html).not.toContain(link);
  expect((await send('/hire', {})).html).not.toContain('Go on writing it');
});

test('two hundred kilobytes of text are refused beside their field, and half a megabyte in one sentence', async () => {
  const { cookie, edit } = await begin();
  const long = await keep(edit, { cookie, ...WORK, description: 'bread '.repeat(34_000) });
  expect(long.status).toBeGreaterThanOrEqual(400);
  expect(long.html).toContain('role="alert"');
  const longer = await keep(edit, { cookie, ...WORK, description: 'bread '.repeat(90_000) });
  expect(longer.status).toBe(413);
  expect(longer.html).toContain('more text than an ad can hold');
});

test('hints stand beside their fields once a draft is kept, and none of them shows a contact', async () => {
  const { cookie, edit } = await begin();
  await keep(edit, { cookie, ...WORK, title: 'SALESMAN WANTED', skills: 'bread, call 070-123 45 67' });
  const { html } = await send(edit, { cookie });
  expect(html).toContain('“SALESMAN” speaks of one gender. “salesperson” means everybody.');
  expect(html).toContain('Capitals read like shouting');
  expect(html).toContain('There is a contact in this text (070…).');
});

test('the author sees what is taken out of the texts before sending', async () => {
  const { cookie, edit, preview } = await begin();
  await keep(edit, { cookie, ...WORK, description: `${WORK.description} Write to anna@bakery.example.` });
  await keep(`${edit}?part=where`, { cookie, remote: 'fully' });
  await keep(`${edit}?part=pay`, { cookie, salaryMin: '2500', salaryCurrency: 'EUR', salaryPeriod: 'month' });
  await keep(`${edit}?part=apply`, { cookie, apply: 'relay', contactMail: 'jobs@bakery.example', offeredByName: 'The bakery' });
  const { html } = await send(preview, { cookie });
  expect(html).toContain('anna@bakery.example, from “Description”');
  const ad = html.slice(html.indexOf('<article class="ad"'));
  expect(ad).toContain('[show contact]');
  expect(ad).not.toContain('anna@');
  expect(ad).toContain('€2,500');
  expect(html).toContain('/hire/guest/address');
});

test('whoever begins again in the same browser is led to the draft that is there', async () => {
  const { cookie, edit } = await begin();
  expect((await send('/hire/new', { cookie })).html).toContain(`href="${edit}"`);
  expect((await send('/hire/new')).html).not.toContain('still here');
});

test('a draft is nobody else’s: not a stranger’s, not another account’s, not another browser’s', async () => {
  const { edit, preview } = await begin();
  const stranger = await signedIn(board, await makeAccount(board.database.db, { role: 'employer' }));
  const other = await begin();
  for (const cookie of ['', stranger, other.cookie]) {
    for (const path of [edit, preview]) {
      expect((await send(path, { cookie })).status).toBe(404);
      expect((await send(path, { cookie, form: { version: '1', pressed: 'keep', ...WORK } })).status).toBe(404);
    }
  }
});

test('a member writes for an employer of theirs, and for no other', async () => {
  const { db } = board.database;
  const [own, foreign] = [await makeEmployer(db, { name: 'Own Bakery' }), await makeEmployer(db, { name: 'Foreign Bakery' })];
  const cookie = await signedIn(board, own.recruiter);
  const { html } = await send('/hire/new', { cookie });
  expect(html).toContain('Own Bakery');
  expect(html).not.toContain('Foreign Bakery');
  const refused = await send('/hire/new', { cookie, form: { kind: 'job', employer: foreign.id } });
  expect(refused.status).toBe(400);
  const begun = await send('/hire/new', { cookie, form: { kind: 'job', employer: own.id } });
  expect((await send(begun.location, { cookie })).html).toContain('For Own Bakery.');
  const apply = (await send(`${begun.location}?part=apply`, { cookie })).html;
  expect(apply).not.toContain('name="offeredByName"');
});

test('what was looked at is sent by one button, however often it is pressed', async () => {
  const employer = await makeEmployer(board.database.db, { name: 'Sending Bakery' });
  const cookie = await signedIn(board, employer.owner);
  const { location: edit } = await send('/hire/new', { cookie, form: { kind: 'job', employer: employer.id } });
  await keep(edit, { cookie, ...WORK });
  await keep(`${edit}?part=where`, { cookie, remote: 'fully' });
  await keep(`${edit}?part=pay`, { cookie, salaryMin: '2500', salaryCurrency: 'EUR', salaryPeriod: 'month' });
  const preview = edit.replace(/edit$/, 'preview');
  const early = await send(preview, { cookie, form: { version: versionIn((await send(edit, { cookie })).html) } });
  expect(early.status).toBe(400);
  await keep(`${edit}?part=apply`, { cookie, apply: 'relay', contactMail: 'jobs@bakery.example' });
  const version = versionIn((await send(preview, { cookie })).html);
  const presses = await Promise.all([1, 2, 3].map(() => send(preview, { cookie, form: { version } })));
  expect(presses.map(({ status, location }) => [status, location])).toEqual(presses.map(() => [303, edit.replace(/\/edit$/, '')]));
  const [count] = (await board.database.client.execute('select count(*) as n from post_revisions')).rows;
  expect(count?.['n']).toBe(1);
});

test('an ad is looked at while something is missing, and one who skipped the pay reads of the pay once', async () => {
  const { cookie, edit, preview } = await begin();
  const empty = await send(preview, { cookie });
  expect([empty.status, empty.html.match(/check#/g)?.length]).toEqual([200, expect.any(Number)]);
  await keep(edit, { cookie, ...WORK, description: `${WORK.description} Write to baker@example.com.` });
  const { html } = await send(preview, { cookie });
  expect(html).toContain('You bake the bread that the town eats');
  expect(html).toContain('The pay is not named yet');
  expect(html.replace(/<section aria-labelledby="taken">.*?<\/section>/s, '')).not.toContain('baker@example.com');
  expect([...html.matchAll(/check#(salary\w+)/g)].map(([, field]) => field)).toEqual(['salaryMin']);
  expect(html).not.toContain('Give an e-mail address and send it');
});
