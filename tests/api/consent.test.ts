import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAct, REJECTED } from '#tests/support/consent.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import type { ConsentAct, ConsentRecorded, ConsentSeen, OwnRecord } from '#worker/consent/model/consent-exchange.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newId } from '#worker/kernel/random.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  await board.database.client.execute('delete from consent_records');
});
afterAll(() => board.close());

type Headers = Readonly<Record<string, string>>;

/** Sends an act as a page of the board would. */
function post(act: unknown, headers: Headers = {}): Promise<Response> {
  const body = typeof act === 'string' ? act : JSON.stringify(act);
  const own = { Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  return fetch(`${board.origin}/api/consent`, { method: 'POST', body, headers: { ...own, ...headers } });
}

async function recorded(act: ConsentAct, headers: Headers = {}): Promise<ConsentRecorded & { readonly secret: string | null }> {
  const response = await post(act, headers);
  expect(response.status).toBe(200);
  const secret = /^consent-secret=([\w-]{43});/.exec(response.headers.getSetCookie().join())?.[1] ?? null;
  return { ...(await response.json()), secret };
}

const see = async (headers: Headers = {}): Promise<ConsentSeen> => (await fetch(`${board.origin}/api/consent`, { headers })).json();
const own = async (headers: Headers = {}): Promise<OwnRecord> => (await fetch(`${board.origin}/api/consent/record`, { headers })).json();
const rows = async () => (await board.database.client.execute('select * from consent_records order by seq')).rows;

async function refusal(act: unknown, headers: Headers = {}) {
  const response = await post(act, headers);
  const { error } = await response.json();
  return { status: response.status, code: error.code, fields: (error.fields ?? []).map(({ field }: { field: string }) => field) };
}

test('a choice is recorded: what was shown, what was chosen, how, when and until when', proves('consent-recorded'), async () => {
  const act = await anAct({ surface: 'panel', act: 'save' });
  const before = Date.now();
  const { reference } = await recorded(act, { 'CF-IPCountry': 'FI' });
  const [row] = await rows();
  expect(row).toMatchObject({ id: reference, act: 'save', surface: 'panel', method: 'click', notice: act.notice, country: 'FI', gpc: 0 });
  expect(row).toMatchObject({ granted: '["counters:1"]', refused: '[]', previous_id: null, replaced_at: null });
  expect(String(row?.['build'])).toMatch(/^[0-9a-f]{16}$/);
  expect(Number(row?.['given_at'])).toBeGreaterThan(before - 1000);
  const months = new Date(Number(row?.['valid_until']) - Number(row?.['given_at'])).getUTCMonth();
  expect(months).toBe(6);
  const { rows: notices } = await board.database.client.execute({
    sql: 'select * from consent_notices where hash = ?',
    args: [act.notice],
  });
  expect(await sha256(String(notices[0]?.['text']))).toBe(act.notice);
  expect(notices[0]).toMatchObject({ version: 1, language: 'en' });
});

test('no record holds an address, a browser’s name, a secret or a key as it was sent', proves('consent-recorded'), async () => {
  const act = await anAct();
  const visitor = {
    'CF-Connecting-IP': '192.0.2.77',
    'X-Forwarded-For': '192.0.2.77',
    'User-Agent': 'Zyzzyva reader',
    Referer: `${board.origin}/jobs?q=zyzzyva`,
  };
  const { secret, cookie } = await recorded(act, visitor);
  await recorded(await anAct(REJECTED), { ...visitor, Cookie: `consent=${cookie}; consent-secret=${secret}` });
  const { rows: tables } = await board.database.client.execute(
    "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'",
  );
  for (const { name } of tables) {
    const { rows: all } = await board.database.client.execute(`select * from "${name}"`);
    const text = JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const personal of ['192.0.2', 'Zyzzyva', 'zyzzyva', String(secret), act.key])
      expect(text, `${name} ${personal}`).not.toContain(personal);
  }
  const logs = board.logs.join('\n');
  for (const personal of ['192.0.2', 'yzzyva', String(secret), act.key, cookie]) expect(logs).not.toContain(personal);
});

test('only a yes brings a secret, which no script can read; a refusal brings none', async () => {
  const yes = (await post(await anAct())).headers.getSetCookie();
  expect(yes).toEqual([expect.stringMatching(/^consent-secret=[\w-]{43}; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/)]);
  const no = await post(await anAct(REJECTED));
  expect(no.headers.getSetCookie()).toEqual([]);
  expect(await no.json()).toMatchObject({ reference: null, cookie: expect.stringMatching(/^1\/1\/-\/counters:1:n:/) });
});

test('a browser sees and downloads its own record, and nobody else’s', proves('own-record'), async () => {
  const mine = await recorded(await anAct());
  const theirs = await recorded(await anAct());
  const response = await fetch(`${board.origin}/api/consent/record?download`, { headers: { Cookie: `consent-secret=${mine.secret}` } });
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="cookie-choices-\d{4}-\d\d-\d\d\.json"$/);
  const record: OwnRecord = await response.json();
  expect(record.records.map(({ reference }) => reference)).toEqual([mine.reference]);
  expect(record.notices[record.records[0]?.notice ?? '']).toMatchObject({ acceptAll: 'Accept all' });
  expect((await own({ Cookie: `consent-secret=${theirs.secret}` })).records.map(({ reference }) => reference)).toEqual([theirs.reference]);
});

test('a reference opens nothing, nor does a hash from the database, nor a secret that nobody was given', proves('own-record'), async () => {
  const { reference } = await recorded(await anAct());
  const subject = String((await rows())[0]?.['subject']);
  for (const stranger of [reference, subject, subject.slice(0, 43), newId(), 'x'.repeat(43), ''])
    expect(await own({ Cookie: `consent-secret=${stranger}` })).toEqual({ records: [], notices: {} });
  for (const path of [`/api/consent/record?reference=${reference}`, `/api/consent/record?secret=${subject}`])
    expect((await fetch(board.origin + path)).status).toBe(400);
});

test('whoever repeats an act gets the same answer, and nothing is recorded twice', async () => {
  const act = await anAct();
  const [first, second] = [await recorded(act), await recorded(act)];
  expect(second).toEqual({ ...first, maxAge: expect.any(Number) });
  expect(await rows()).toHaveLength(1);
});

test('taking back one yes is recorded as following it, and ends it', proves('withdraw-one-thing'), async () => {
  const { cookie, secret, reference } = await recorded(await anAct());
  const headers = { Cookie: `consent=${cookie}; consent-secret=${secret}` };
  expect(await see(headers)).toMatchObject({ granted: ['counters'], open: [] });
  const after = await recorded(await anAct({ act: 'withdraw', surface: 'panel', answers: { counters: 'no' } }), headers);
  expect(await see({ Cookie: `consent=${after.cookie}` })).toMatchObject({ granted: [], open: [] });
  const { records } = await own(headers);
  expect(records).toMatchObject([
    { act: 'withdraw', previous: reference, replacedAt: null, refused: ['counters:1'] },
    { act: 'accept_all', reference, replacedAt: expect.any(String) },
  ]);
});

test('no other site can choose for somebody, and reading never acts', proves('other-sites-cannot-act'), async () => {
  const act = await anAct();
  for (const headers of [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'null' }] as Headers[])
    expect((await post(act, headers)).status).toBe(403);
  const text = encodeURIComponent(JSON.stringify(act));
  expect((await fetch(`${board.origin}/api/consent?act=${text}`)).status).toBe(400);
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await fetch(`${board.origin}/api/consent`, { method, headers: { Origin: board.origin } })).status).toBe(405);
  expect(await rows()).toEqual([]);
});

test('what is somebody’s own is kept by nobody and read by no other site', async () => {
  const answers = [
    await fetch(`${board.origin}/api/consent`),
    await fetch(`${board.origin}/api/consent/record`),
    await post(await anAct()),
    await post('{}'),
  ];
  for (const { headers, url } of answers) {
    expect(headers.get('Cache-Control'), url).toBe('no-store');
    expect(headers.has('Access-Control-Allow-Origin'), url).toBe(false);
    expect(headers.has('ETag'), url).toBe(false);
  }
  const preflight = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
  const asked = await fetch(`${board.origin}/api/consent`, { method: 'OPTIONS', headers: preflight });
  expect(asked.headers.has('Access-Control-Allow-Origin')).toBe(false);
});

test.each<[string, Partial<Record<keyof ConsentAct | 'address', unknown>>, readonly string[]]>([
  ['no key', { key: undefined }, ['key']],
  ['a key of other letters', { key: 'A'.repeat(20) }, ['key']],
  ['an act that there is not', { act: 'agree' }, ['act']],
  ['a surface that there is not', { surface: 'wall' }, ['surface']],
  ['a method that there is not', { method: 'scroll' }, ['method']],
  ['a notice that is no hash', { notice: 'yes' }, ['notice']],
  ['a notice that this board never showed', { notice: '0'.repeat(64) }, ['notice']],
  ['no answers', { answers: undefined }, ['answers']],
  ['answers for nothing', { answers: {} }, ['answers']],
  ['an answer that there is not', { answers: { counters: 'maybe' } }, ['answers.counters']],
  ['an unknown service', { answers: { counters: 'yes', spy: 'yes' } }, ['answers.spy']],
  ['a missing service', { answers: { spy: 'yes' } }, ['answers.spy', 'answers.counters']],
  ['a no in “accept all”', { answers: { counters: 'no' } }, ['answers.counters']],
  ['a yes in “reject all”', { act: 'reject_all' }, ['answers.counters']],
  ['a yes in a withdrawal', { act: 'withdraw' }, ['answers.counters']],
  ['a signal that was not sent', { act: 'gpc', method: 'signal', answers: { counters: 'no' } }, ['act']],
  ['a signal by a click', { act: 'gpc', gpc: true, answers: { counters: 'no' } }, ['method']],
  ['an opt-out in the banner', { act: 'opt_out', answers: { counters: 'no' } }, ['surface']],
  ['a time before now that is none', { secondsAgo: -1 }, ['secondsAgo']],
  ['a signal that is no truth', { gpc: 'yes' }, ['gpc']],
  ['a field of somebody’s own', { address: '192.0.2.1' }, ['address']],
])('%s is refused, and the field is named', async (_what, said, fields) => {
  expect(await refusal({ ...(await anAct()), ...said })).toEqual({ status: 400, code: 'invalid', fields });
  expect(await rows()).toEqual([]);
});

test.each<[string, string, number]>([
  ['no JSON', 'act=accept_all', 400],
  ['half of it', '{"act":', 400],
  ['a list', '[]', 400],
  ['nothing', '', 400],
  ['far too much', JSON.stringify({ key: 'x'.repeat(9000) }), 413],
])('a body of %s is refused', async (_what, body, status) => {
  // What is refused unread ends its connection: the next test takes another.
  expect(await refusal(body, { Connection: 'close' })).toMatchObject({ status, fields: ['body'] });
});

test('a body that is sent as another type is refused', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-seq',
    'application/json; =',
    'Application/JSON',
    '',
  ])
    expect(await refusal(await anAct(), { 'Content-Type': type })).toMatchObject({ status: 400, fields: ['body'] });
});

test('a forged, old or oversized cookie counts for nothing, and its browser is asked again', proves('consent-lapses'), async () => {
  const at = (days: number) => Math.floor((Date.now() - days * 86_400_000) / 1000).toString(36);
  const forged = [
    'yes',
    '1/1/-/counters:1:y:',
    `1/1/-/counters:1:y:${at(0)}|counters:1:n:${at(0)}`,
    `1/1/-/${'x'.repeat(3000)}`,
    '%00',
    '"',
    `1/1/-/counters:1:y:${at(-3)}`,
  ];
  const lapsed = [`1/1/-/counters:1:y:${at(185)}`, `1/1/-/counters:1:n:${at(367)}`, `1/1/-/counters:2:y:${at(1)}`];
  for (const cookie of [...forged, ...lapsed])
    expect(await see({ Cookie: `consent=${cookie}` }), cookie).toMatchObject({ granted: [], open: ['counters'] });
  for (const [cookie, granted] of [
    [`1/1/-/counters:1:y:${at(175)}`, ['counters']],
    [`1/1/-/counters:1:n:${at(360)}`, []],
  ] as const)
    expect(await see({ Cookie: `consent=${cookie}` })).toMatchObject({ granted, open: [] });
  for (const cookie of forged)
    expect((await post(await anAct(), { Cookie: `consent=${cookie}; consent-secret=${cookie}` })).status).toBe(200);
});

test('Global Privacy Control is seen where it says exactly 1, and stands in the record', proves('gpc-honoured'), async () => {
  for (const [value, gpc] of [
    ['1', true],
    ['0', false],
    ['true', false],
    ['1, 1', false],
  ] as const)
    expect((await see({ 'Sec-GPC': value })).gpc, value).toBe(gpc);
  await recorded(await anAct(), { 'Sec-GPC': '1' });
  await recorded(await anAct({ gpc: true }));
  await recorded(await anAct(), { 'Sec-GPC': 'yes' });
  expect((await rows()).map(({ gpc }) => Number(gpc))).toEqual([1, 1, 0]);
});

test('a country that the platform does not know is unknown', async () => {
  for (const headers of [{}, { 'CF-IPCountry': 'XX' }, { 'CF-IPCountry': 'T1' }, { 'CF-IPCountry': 'Atlantis' }] as Headers[])
    await recorded(await anAct(), headers);
  expect((await rows()).map(({ country }) => country)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
});

test('what a browser may run is answered without the database', async () => {
  const without = await startBoard({ vars: { DATABASE_URL: 'http://127.0.0.1:9' } });
  const response = await fetch(`${without.origin}/api/consent`);
  expect(response.status).toBe(200);
  expect((await fetch(`${without.origin}/api/consent/record`)).status).toBe(200);
  const unreached = await fetch(`${without.origin}/api/consent`, {
    method: 'POST',
    headers: { Origin: without.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify(await anAct()),
  });
  expect(unreached.status).toBe(503);
  await without.close();
});
