import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';
import type { ActivityList } from '#worker/privacy/model/activity-view.ts';

const NIGHT = Date.UTC(2026, 10, 21, 23, 30);
const HOUR = 3_600_000;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

let mine: TestAccount;
let cookie = '';
beforeEach(async () => {
  mine = await makeAccount(board.database.db);
  cookie = await signedIn(board, mine);
});

const get = (path: string, as = cookie) => fetch(board.origin + path, { headers: { Cookie: as }, redirect: 'manual' });
const list = async (search = '', as = cookie): Promise<ActivityList> => (await get(`/api/account/activity${search}`, as)).json();
const page = async (search = '') => {
  const document = parseDocument(await (await get(`/account/activity${search}`)).text());
  return DomUtils.getElementsByTagName('main', document);
};

interface Line {
  readonly at: number;
  readonly kind?: string;
  readonly details?: object;
}

async function write(account: TestAccount, { at, kind = 'signed-out', details = {} }: Line): Promise<void> {
  const args = [newId(), account.id, at, kind, JSON.stringify(details)];
  await board.database.client.execute({ sql: 'insert into activity (id, account_id, at, kind, details) values (?, ?, ?, ?, ?)', args });
}

const textsOf = (document: Awaited<ReturnType<typeof page>>, name: string) =>
  DomUtils.getElementsByTagName(name, document).map((element) => DomUtils.textContent(element).replace(/s+/g, ' ').trim());

test('what happened is told in plain sentences, the newest first', async () => {
  await write(mine, { at: NIGHT, kind: 'signed-in', details: { browser: 'Firefox on Linux', country: 'SE' } });
  await write(mine, { at: NIGHT + HOUR, kind: 'signed-in', details: { browser: 'Safari on iPhone', country: 'unknown' } });
  await write(mine, { at: NIGHT + 2 * HOUR, kind: 'passkey-added', details: { name: 'The blue key' } });
  await write(mine, { at: NIGHT + 3 * HOUR, kind: 'code-used' });
  await write(mine, { at: NIGHT + 4 * HOUR, kind: 'constructor' });
  expect((await list()).lines.map(({ says }) => says)).toEqual([
    'Something happened that is no longer told in words.',
    'A recovery code was used; not noted are left.',
    'You added the passkey “The blue key”.',
    'You signed in with Safari on iPhone, country unknown.',
    'You signed in with Firefox on Linux, Sweden.',
  ]);
});

test('nobody sees the lines of another account', async () => {
  const other = await makeAccount(board.database.db, { role: 'administrator' });
  await write(mine, { at: NIGHT });
  expect((await list('', await signedIn(board, other))).lines).toEqual([]);
  expect((await get(`/api/account/activity?account=${mine.id}`)).status).toBe(400);
  expect((await get('/api/account/activity', '')).status).toBe(401);
});

test('pages follow each other without a line twice or none, also where many have one moment', async () => {
  for (let index = 0; index < 123; index += 1) await write(mine, { at: NIGHT + Math.floor(index / 60), kind: 'profile-changed' });
  const first = await list();
  const second = await list(`?after=${first.next}`);
  const third = await list(`?after=${second.next}`);
  expect([first, second, third].map(({ lines }) => lines.length)).toEqual([50, 50, 23]);
  expect(third.next).toBe(null);
  const times = [first, second, third].flatMap(({ lines }) => lines.map(({ at }) => at));
  expect(times).toEqual(times.toSorted().reverse());
});

test.each(['', '0', 'yesterday', '12-abc', '1-aaaaaaaaaaaaaaaaaaaa-2', "1-aaaaaaaaaaaaaaaaaaa'"])(
  'the place “%s” is refused by the API, and the page begins anew',
  async (place) => {
    expect((await get(`/api/account/activity?after=${encodeURIComponent(place)}`)).status).toBe(400);
    const response = await get(`/account/activity?after=${encodeURIComponent(place)}`);
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/account/activity']);
  },
);

test('the page puts lines under their day where the board is, with the time and its zone', async () => {
  await write(mine, { at: NIGHT, kind: 'signed-out' });
  await write(mine, { at: NIGHT - 2 * HOUR, kind: 'profile-changed' });
  const document = await page();
  expect(textsOf(document, 'h2')).toEqual(['22 November 2026', '21 November 2026']);
  expect(textsOf(document, 'time')).toEqual(['00:30 CET', '22:30 CET']);
  const response = await get('/account/activity');
  expect(response.headers.get('Cache-Control')).toContain('no-store');
  expect(DomUtils.textContent(document)).not.toMatch(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/);
});

test('the page says that nothing has happened, and leads on where there is more', async () => {
  expect(DomUtils.textContent(await page())).toContain('Nothing has happened yet.');
  for (let index = 0; index < 51; index += 1) await write(mine, { at: NIGHT + index });
  const links = DomUtils.getElementsByTagName('a', await page()).map(({ attribs }) => attribs['href'] ?? '');
  const next = links.find((href) => href.startsWith('/account/activity?after='));
  expect(next).toBeDefined();
  const earlier = await page(new URL(next ?? '', board.origin).search);
  expect(textsOf(earlier, 'time')).toHaveLength(1);
  expect(DomUtils.textContent(earlier)).toContain('To the newest');
});

test('a name that holds HTML is text on the page', async () => {
  await write(mine, { at: NIGHT, kind: 'passkey-added', details: { name: '<script>alert(1)</script>' } });
  const text = await (await get('/account/activity')).text();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&lt;script&gt;alert(1)');
});
