import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { anAddress } from '#tests/support/door.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

async function anAd(said: object = {}): Promise<string> {
  const at = Date.now() - 3_600_000;
  const times = { postedAt: at, publishedAt: at, createdAt: at, updatedAt: at };
  const job = aJob(await addEmployer(board.database.db, newId()), {
    ...times,
    description: 'Call [show contact] before noon.',
    contacts: [
      { kind: 'phone', value: '+46 40 12 34 56', forApplying: false },
      { kind: 'mail', value: 'boss@firma.example', forApplying: false },
    ],
    ...said,
  });
  await jobWrites(board.database.db).publish([job]);
  return job.id;
}

let last = 0;
const aNetwork = () => `10.1.${++last}.1`;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${board.origin}${path}`, { redirect: 'manual', headers: { 'CF-Connecting-IP': aNetwork(), ...headers } });
const send = (path: string, fields: Record<string, string> = {}, { network = aNetwork(), cookie = '' } = {}) =>
  fetch(`${board.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', 'CF-Connecting-IP': network, Cookie: cookie, Connection: 'close' },
  });

/** As a browser goes to a page: `fetch` would say that it does not. */
function goTo(path: string, { site, network }: { readonly site: string; readonly network: string }): Promise<number | undefined> {
  const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'CF-Connecting-IP': network };
  return new Promise((resolve, reject) => {
    const asked = request(`${board.origin}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject).end();
  });
}

async function counted(id: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await board.database.client.execute(
    `select what, count from post_counts where job_id = '${id}' and day = '${utcDay(Date.now())}'`,
  );
  return Object.fromEntries(rows.map(({ what, count }) => [String(what), Number(count)]));
}

test(
  'without script, the button of an ad leads to its contact as text that can be dialled and written to',
  proves('contacts-shown-on-asking'),
  async () => {
    const id = await anAd();
    const ad = await (await get(`/jobs/nurse-${id}`)).text();
    expect(ad).toContain(`action="/show-contact/${id}"`);
    expect(ad).toContain('Call <a href="#contact">[show contact]</a> before noon.');
    expect(ad).not.toMatch(/12 34 56|firma\.example/);
    const asked = await (await get(`/show-contact/${id}`)).text();
    expect(asked).not.toMatch(/12 34 56|firma\.example/);
    const shown = await send(`/show-contact/${id}`);
    expect([shown.status, shown.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    const text = await shown.text();
    expect(text).toMatch(/<a href="tel:\+4640123456"[^>]*>\+46 40 12 34 56<\/a>/);
    expect(text).toMatch(/<a href="mailto:boss@firma\.example"[^>]*>boss@firma\.example<\/a>/);
    expect(text).toContain('<meta name="robots" content="noindex">');
  },
);

test('whose network has used up its budget is told so, and shown the other way', async () => {
  const id = await anAd();
  const network = '10.2.1.1';
  for (let shown = 0; shown < 20; shown += 1) expect((await send(`/show-contact/${id}`, {}, { network })).status).toBe(200);
  const refused = await send(`/show-contact/${id}`, {}, { network });
  const text = await refused.text();
  expect(refused.status).toBe(429);
  expect(text).toContain('No more contacts today');
  expect(text).toContain(`href="/relay/${id}"`);
  expect(text).not.toMatch(/12 34 56|firma\.example/);
});

test('the page of an ad counts that it was opened, and nothing else does', proves('views-counted-without-you'), async () => {
  const id = await anAd();
  await get(`/jobs/nurse-${id}`, { 'User-Agent': 'Firefox', Cookie: 'anything=1' });
  await get(`/jobs/nurse-${id}`);
  await expect.poll(() => counted(id)).toEqual({ view: 2 });
  await get(`/api/jobs/${id}`);
  await get(`/jobs/other-name-${id}`);
  await fetch(`${board.origin}/jobs/nurse-${id}`, { method: 'HEAD' });
  await get(`/jobs/nurse-${newId()}`);
  await get(`/jobs/nurse-${id}`);
  await expect.poll(() => counted(id)).toEqual({ view: 3 });
  const { rows } = await board.database.client.execute(`select * from post_counts where job_id = '${id}'`);
  expect(rows.map((row) => ({ ...row }))).toEqual([{ job_id: id, day: utcDay(Date.now()), what: 'view', count: 3 }]);
});

test('the page on the way out names the site and leads there, and to nowhere else', proves('outside-links-marked'), async () => {
  const id = await anAd({ applyBy: 'url', applyUrl: 'https://www.firma.example/apply?ref=1' });
  const ad = await (await get(`/jobs/nurse-${id}`)).text();
  expect(ad).not.toContain('href="https://www.firma.example/apply');
  expect(ad).toMatch(new RegExp(`href="/leave/${id}"[^>]*>\\s*Apply on firma.example`));
  const response = await get(`/leave/${id}`);
  const text = await response.text();
  expect(text).toMatch(
    /<a class="button" href="https:\/\/www\.firma\.example\/apply\?ref=1" rel="nofollow ugc noopener">Go on to firma\.example<\/a>/,
  );
  expect(text).toMatch(/The vacancy “[^”]+” takes applications on another site/);
  expect(await counted(id)).toMatchObject({ leave: 1 });
  expect((await get(`/leave/${newId()}`)).status).toBe(404);
  expect((await get(`/leave/${await anAd()}`)).status).toBe(404);
});

test('a self-employment advert takes no applications: the page on the way out does not say so', async () => {
  const details = { kind: 'gig', by: 'person', areaServed: null, availability: null, price: null, priceUnit: null };
  const id = await anAd({ kind: 'gig', details, applyBy: 'url', applyUrl: 'https://www.firma.example/' });
  const text = await (await get(`/leave/${id}`)).text();
  expect(text).toMatch(/The self-employment advert “[^”]+” leads to another site/);
  expect(text).not.toContain('applications');
});

test('what machines follow and people do not see counts against whoever follows it from our pages', async () => {
  const id = await anAd();
  expect(await (await get(`/jobs/nurse-${id}`)).text()).toMatch(new RegExp(`<a href="/contacts/${id}" rel="nofollow" hidden>`));
  const [fallen, sent] = ['10.3.1.1', '10.3.2.1'];
  expect(await goTo(`/contacts/${id}`, { site: 'same-origin', network: fallen })).toBe(200);
  expect(await (await send(`/show-contact/${id}`, {}, { network: fallen })).text()).toContain('14 more contacts');
  expect(await goTo(`/contacts/${id}`, { site: 'cross-site', network: sent })).toBe(200);
  expect(await (await send(`/show-contact/${id}`, {}, { network: sent })).text()).toContain('19 more contacts');
  expect(await (await get('/robots.txt')).text()).toContain('Disallow: /contacts/');
});

test('without script, a message is written, confirmed by its mail and sent', proves('message-by-relay'), async () => {
  const contact = anAddress();
  const id = await anAd({ applyBy: 'mail', contacts: [{ kind: 'mail', value: contact, forApplying: true }] });
  const email = anAddress();
  expect(await (await get(`/relay/${id}`)).text()).not.toContain(contact);
  const wrong = await send(`/relay/${id}`, { name: 'Ada', email: 'ada', message: 'Is the job open?' });
  const page = await wrong.text();
  expect(wrong.status).toBe(400);
  expect(page).toContain('id="email-error"');
  expect(page).toContain('Is the job open?');
  const endless = await send(`/relay/${id}`, { name: 'Ada', email, message: 'a'.repeat(200_000) });
  expect([endless.status, (await endless.text()).includes('too long to arrive')]).toEqual([413, true]);
  const cyrillic = await send(`/relay/${id}`, { name: 'Ada', email: 'ada', message: 'ж'.repeat(4000) });
  expect([cyrillic.status, (await cyrillic.text()).includes('id="email-error"')]).toEqual([400, true]);
  const written = await send(`/relay/${id}`, { name: 'Ada', email, message: 'Is the job open?\n<script>alert(1)</script>' });
  expect([written.status, written.headers.get('Location')]).toEqual([303, `/relay/${id}?confirm`]);
  const { token } = await lastMailTo(board, email);
  const opened = await send('/open/confirm-relay', { token });
  expect(opened.headers.get('Location')).toBe('/relay/confirm');
  const cookie = opened.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const asked = await (await get('/relay/confirm', { Cookie: cookie })).text();
  expect(asked).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(asked).not.toMatch(new RegExp(contact));
  const sent = await send('/relay/confirm', { do: 'confirm' }, { cookie });
  expect(sent.headers.get('Location')).toBe('/relay/confirm?done=confirm');
  expect(await mailsTo(board, contact)).toMatchObject([{ kind: 'relay-message', facts: { from: email } }]);
  expect((await get('/relay/confirm')).status).toBe(404);
});
