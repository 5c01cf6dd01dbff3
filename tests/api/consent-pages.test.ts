import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cookiesFrom, openForm, press, readForm } from '#tests/support/choice-form.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let choices: string;
let california: string;
beforeAll(async () => {
  board = await startBoard();
  choices = `${board.origin}/cookies/choices`;
  california = `${board.origin}/california/choices`;
});
beforeEach(async () => {
  await board.database.client.execute('delete from consent_records');
});
afterAll(() => board.close());

const rows = async () => (await board.database.client.execute('select * from consent_records order by seq')).rows;
const location = (response: Response) => response.headers.get('Location');

test(
  'a plain form accepts, and leads back to where one was',
  proves('without-script-nothing-optional', 'each-service-own-switch'),
  async () => {
    const { fields } = await openForm(choices, { Referer: `${board.origin}/jobs?q=nurse&place=Bronx` });
    expect(fields).toMatchObject({ back: '/jobs?q=nurse&place=Bronx', 'answer-counters': 'no' });
    const sent = await press(choices, { fields: { ...fields, act: 'accept_all' } });
    expect(sent.status).toBe(303);
    expect(cookiesFrom(sent)).toMatch(/^consent=1\/1\/-\/counters:1:y:\w+; consent-secret=[\w-]{43}$/);
    const on = await fetch(`${board.origin}${location(sent)}`, { headers: { Cookie: cookiesFrom(sent) }, redirect: 'manual' });
    expect([on.status, location(on)]).toEqual([303, '/jobs?q=nurse&place=Bronx']);
    expect(await rows()).toMatchObject([{ act: 'accept_all', surface: 'page', method: 'form', granted: '["counters:1"]' }]);
  },
);

test.each([
  ['accept_all', {}, 'accept_all', 'y'],
  ['reject_all', { 'answer-counters': 'yes' }, 'reject_all', 'n'],
  ['save', { 'answer-counters': 'yes' }, 'save', 'y'],
  ['save', { 'answer-counters': 'no' }, 'save', 'n'],
])('the button “%s” with %o is recorded as what it is', async (button, said, act, answer) => {
  const { fields } = await openForm(choices);
  const sent = await press(choices, { fields: { ...fields, ...said, act: button } });
  expect(cookiesFrom(sent)).toContain(`/counters:1:${answer}:`);
  expect(location(sent)).toBe('/cookies/choices?done');
  expect(await rows()).toMatchObject([{ act }]);
});

test('a yes is shown, with its record, and taken back by the same form', proves('own-record', 'withdraw-as-easy'), async () => {
  const first = await openForm(choices);
  const cookie = cookiesFrom(await press(choices, { fields: { ...first.fields, act: 'accept_all' } }));
  const again = await openForm(choices, { Cookie: cookie });
  expect(again.fields).toMatchObject({ 'answer-counters': 'yes' });
  const [record] = await rows();
  for (const shown of [String(record?.['id']), String(record?.['notice']), 'href="/api/consent/record?download"', 'It lapses on'])
    expect(again.html).toContain(shown);
  const back = await press(choices, { fields: { ...again.fields, act: 'reject_all' }, headers: { Cookie: cookie } });
  expect(cookiesFrom(back)).toContain('/counters:1:n:');
  expect((await rows()).map(({ act, previous_id }) => [act, previous_id])).toEqual([
    ['accept_all', null],
    ['withdraw', record?.['id']],
  ]);
});

test('a browser without a yes is told that nothing on record leads to it', proves('own-record'), async () => {
  const { fields, html } = await openForm(choices);
  expect(html).toContain('Nothing on record leads to this browser.');
  const cookie = cookiesFrom(await press(choices, { fields: { ...fields, act: 'reject_all' } }));
  const after = await openForm(choices, { Cookie: cookie });
  expect(after.html).toContain('Nothing on record leads to this browser.');
  expect(after.html).toContain('We do not ask again before');
  expect(await rows()).toMatchObject([{ subject: null }]);
});

test('a button pressed twice is recorded once, and going back to choose otherwise is recorded each time', async () => {
  const { fields } = await openForm(choices);
  const yes = { ...fields, act: 'accept_all' };
  const [first, second] = await Promise.all([press(choices, { fields: yes }), press(choices, { fields: yes })]);
  expect(cookiesFrom(first)).toBe(cookiesFrom(second));
  expect(await rows()).toHaveLength(1);
  const no = await press(choices, { fields: { ...fields, act: 'reject_all' }, headers: { Cookie: cookiesFrom(first) } });
  await press(choices, { fields: yes, headers: { Cookie: `${cookiesFrom(first)}; ${cookiesFrom(no)}`.replace(/^consent=[^;]*; /, '') } });
  expect((await rows()).map(({ act }) => act)).toEqual(['accept_all', 'withdraw', 'accept_all']);
});

test('where the browser kept no cookie, the page says so and leads back', proves('works-without-cookies'), async () => {
  const { html, status } = await openForm(`${choices}?done&back=%2Fjobs%3Fq%3Dnurse`);
  expect(status).toBe(200);
  expect(html).toContain('Your browser did not keep your choice');
  expect(html).toContain('href="/jobs?q=nurse"');
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/..//elsewhere.example/',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  'http://localhost@elsewhere.example/',
  '/\t/elsewhere.example/',
  '/cookies/choices?done',
])('nobody is sent on to %s', async (back) => {
  const { fields } = await openForm(choices);
  const sent = await press(choices, { fields: { ...fields, act: 'reject_all', back } });
  expect(location(sent)).toBe('/cookies/choices?done');
  const on = await fetch(`${choices}?done&back=${encodeURIComponent(back)}`, {
    headers: { Cookie: cookiesFrom(sent) },
    redirect: 'manual',
  });
  expect(on.status).toBe(200);
});

test('a page from another site leaves no way back to it', async () => {
  const { fields } = await openForm(choices, { Referer: 'https://elsewhere.example/jobs' });
  expect(fields).not.toHaveProperty('back');
});

test('a form that cannot be done comes back filled in, and says why', async () => {
  const { fields } = await openForm(choices);
  const wrong = await readForm(
    await press(choices, { fields: { ...fields, act: 'save', 'answer-counters': 'yes', notice: '0'.repeat(64), back: '/jobs' } }),
  );
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('This board never showed such a notice.');
  expect(wrong.fields).toMatchObject({ 'answer-counters': 'yes', back: '/jobs' });
  expect((await press(choices, { fields: { ...wrong.fields, act: 'save' } })).status).toBe(303);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['nothing', {}],
  ['no button', { token: 'a'.repeat(20) }],
  ['a button that there is not', { act: 'agree', token: 'a'.repeat(20) }],
  ['no token', { act: 'accept_all' }],
  ['a body beyond measure', { act: 'accept_all', token: 'a'.repeat(20), more: 'x'.repeat(40_000) }],
])('a form with %s is refused, and nothing is recorded', async (_what, fields) => {
  const refused = await readForm(await press(choices, { fields, headers: { Connection: 'close' } }));
  expect(refused.status).toBe(400);
  expect(refused.html).toContain('The form did not arrive whole.');
  expect(await rows()).toEqual([]);
});

test(
  'another site’s form is refused, other methods too, and every form counts against the limit',
  proves('other-sites-cannot-act'),
  async () => {
    const { fields } = await openForm(choices);
    for (const address of [choices, california]) {
      const filled = { ...fields, act: address === choices ? 'accept_all' : 'opt_out' };
      for (const headers of [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
        expect((await press(address, { fields: filled, headers: { ...headers } })).status).toBe(403);
      const put = await fetch(address, { method: 'PUT', headers: { Origin: board.origin } });
      expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
      expect((await fetch(address)).headers.has('RateLimit-Policy')).toBe(false);
      expect((await press(address, { fields: filled })).headers.has('RateLimit-Policy')).toBe(true);
    }
  },
);

test('looking at the pages acts on nothing and sets no cookie', async () => {
  for (const address of [choices, `${choices}?act=accept_all&done`, california, `${california}?act=opt_out`]) {
    const response = await fetch(address);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  }
  expect(await rows()).toEqual([]);
});

test('a broken cookie breaks no page', async () => {
  for (const value of ['%', '"', '1/1/-/x', 'x'.repeat(4000)])
    for (const address of [choices, california]) {
      const response = await fetch(address, { headers: { Cookie: `consent=${value}; consent-secret=${value}` } });
      expect(response.status, value).toBe(200);
    }
});

test(
  'on a board that shares nothing the page for California says so, and its button refuses all that is optional',
  proves('california-one-button', 'sharing-computed'),
  async () => {
    const { fields, html } = await openForm(california);
    expect(html).toContain('Nothing is shared either');
    expect(html.match(/<button/g)).toHaveLength(1);
    for (const way of ['mailto:privacy@keepword.example', 'Brunnsgatan 4']) expect(html).toContain(way);
    const sent = await press(california, { fields: { ...fields, act: 'opt_out' } });
    expect(location(sent)).toBe('/california/choices?done');
    expect(await rows()).toMatchObject([{ act: 'opt_out', surface: 'california', refused: '["counters:1"]' }]);
    const after = await openForm(`${california}?done`, { Cookie: cookiesFrom(sent) });
    expect(after.html).toContain('Done. Nothing is sold or shared from this browser');
  },
);
