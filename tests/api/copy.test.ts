import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { makeAccount, ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import type { CopyList, CopyMade } from '#worker/privacy/model/copy-view.ts';

const DAY = 86_400_000;

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

const post = (path: string, as = cookie) => fetch(board.origin + path, ownPost(board.origin, { cookie: as, body: {} }));
const get = (path: string, as = cookie) => fetch(board.origin + path, { headers: { Cookie: as } });
const ask = async (as = cookie): Promise<CopyMade> => (await post('/api/account/copy', as)).json();
const list = async (as = cookie): Promise<CopyList> => (await get('/api/account/copies', as)).json();
const download = (id: string, as = cookie) => post(`/api/account/copy/${id}/download`, as);
const rows = async (sql: string, ...args: (string | number)[]) => (await board.database.client.execute({ sql, args })).rows;
const stale = (account: TestAccount) => signedIn(board, account, { provenAt: Date.now() - 16 * 60_000 });
const refusal = async (response: Response) => {
  const { error } = await response.json();
  return { status: response.status, code: error.code };
};

async function filesIn(response: Response): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function myFiles(): Promise<Readonly<Record<string, string>>> {
  return filesIn(await download((await ask()).copy.id));
}

test('everything about an account is downloaded as one ZIP, to read and for programs', proves('copy-by-button'), async () => {
  const { copy, isNew } = await ask();
  expect(isNew).toBe(true);
  expect(Date.parse(copy.until) - Date.parse(copy.madeAt)).toBe(7 * DAY);
  const response = await download(copy.id);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/zip');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="your-data-\d{4}-\d\d-\d\d\.zip"$/);
  const files = await filesIn(response);
  expect(Object.keys(files)).toEqual(['README.txt', 'your-data.html', 'your-data.json', 'your-data.schema.json']);
  const data = JSON.parse(files['your-data.json'] ?? '');
  expect(data).toMatchObject({ $schema: './your-data.schema.json', schemaVersion: 1, language: 'en' });
  expect(data.data.accounts.rows).toMatchObject([{ id: mine.id, email: mine.email, createdAt: new Date(mine.createdAt).toISOString() }]);
  expect(files['your-data.html']).toContain(mine.email);
});

test('its description fits it, to the last field', async () => {
  const files = await myFiles();
  const schema = z.fromJSONSchema(JSON.parse(files['your-data.schema.json'] ?? ''));
  const data = JSON.parse(files['your-data.json'] ?? '');
  expect(schema.safeParse(data).error).toBeUndefined();
  expect(schema.safeParse({ ...data, more: 1 }).success).toBe(false);
  const [account] = data.data.accounts.rows;
  const altered = { ...data, data: { ...data.data, accounts: { ...data.data.accounts, rows: [{ ...account, createdAt: 12 }] } } };
  expect(schema.safeParse(altered).success).toBe(false);
});

test('beside the data it says what the law lets people know', proves('copy-by-button'), async () => {
  const { explanation } = JSON.parse((await myFiles())['your-data.json'] ?? '');
  expect(explanation.purposes.map(({ id }: { id: string }) => id)).toContain('account');
  expect(explanation.purposes.every(({ law }: { law: string }) => law.startsWith('Art.'))).toBe(true);
  const account = explanation.categories.find(({ id }: { id: string }) => id === 'account');
  expect(account).toMatchObject({ inThisCopy: true, source: 'You', kept: [{ for: '36 months' }, { for: '7 days' }, {}, {}] });
  expect(explanation.categories.find(({ id }: { id: string }) => id === 'job-ads').inThisCopy).toBe(false);
  expect(explanation.rights.length).toBeGreaterThan(6);
  expect(explanation.complaint.text[0]).toContain(explanation.complaint.authority);
  expect(explanation.automatedDecisions).toEqual([
    'No decision about you is made by a program alone, and no profile of you is made or kept.',
  ]);
  for (const part of ['transfers', 'recipients', 'howToAsk']) expect(explanation[part].length, part).toBeGreaterThan(0);
});

test('whoever has not just given a proof makes none and opens none, and only the list is shown', async () => {
  const { copy } = await ask();
  const later = await stale(mine);
  expect(await refusal(await post('/api/account/copy', later))).toEqual({ status: 403, code: 'step_up' });
  expect(await refusal(await download(copy.id, later))).toEqual({ status: 403, code: 'step_up' });
  expect((await list(later)).copies.map(({ id }) => id)).toEqual([copy.id]);
});

test('strangers get nothing: no session, another account, and no way by a link', proves('copy-by-button'), async () => {
  const { copy } = await ask();
  const theirs = await makeAccount(board.database.db, { role: 'employer' });
  const stranger = await signedIn(board, theirs);
  const missing = await refusal(await download('abcdefghijklmnopqrst', stranger));
  expect(missing).toEqual({ status: 404, code: 'not_found' });
  expect(await refusal(await download(copy.id, stranger))).toEqual(missing);
  expect(await refusal(await download('../copies', stranger))).toEqual({ status: 404, code: 'not_found' });
  expect((await list(stranger)).copies).toEqual([]);
  for (const path of ['/api/account/copies', '/api/account/activity']) expect((await get(path, '')).status).toBe(401);
  expect((await post('/api/account/copy', '')).status).toBe(401);
  expect((await download(copy.id, '')).status).toBe(401);
  expect((await get(`/api/account/copy/${copy.id}/download`)).status).toBe(405);
  const elsewhere = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' };
  const forged = ownPost(board.origin, { cookie, body: {}, headers: elsewhere });
  expect((await fetch(`${board.origin}/api/account/copy/${copy.id}/download`, forged)).status).toBe(403);
});

test('nothing of another account is in it', async () => {
  const other = await makeAccount(board.database.db, { email: 'quagga@elsewhere.example', name: 'Quagga' });
  await signedIn(board, other, { browser: 'Quagga browser' });
  const text = Object.values(await myFiles()).join('\n');
  expect(text).not.toMatch(/quagga/i);
  expect(text).not.toContain(other.id);
});

test('asked again within the hour, it is the same copy, with one mail and one line', async () => {
  const first = await ask();
  expect(await ask()).toEqual({ ...first, isNew: false });
  expect((await mailsTo(board, mine.email)).map(({ kind }) => kind)).toEqual(['export-ready']);
  expect((await rows('select kind from activity where account_id = ?', mine.id)).map(({ kind }) => kind)).toEqual(['copy-asked']);
  const { copies, nextFrom } = await list();
  expect(copies).toHaveLength(1);
  expect(Date.parse(nextFrom ?? '') - Date.parse(first.copy.madeAt)).toBe(3_600_000);
});

test('twenty who press at once make one copy', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => ask()));
  expect(new Set(made.map(({ copy }) => copy.id)).size).toBe(1);
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await rows('select id from data_exports where account_id = ?', mine.id)).toHaveLength(1);
  expect(await mailsTo(board, mine.email)).toHaveLength(1);
  expect((await download(made[0]?.copy.id ?? '')).status).toBe(200);
});

test('a mail tells that a copy is there; it neither holds nor opens it', async () => {
  const { copy } = await ask();
  const mail = await lastMailTo(board, mine.email);
  expect(mail.kind).toBe('export-ready');
  expect(JSON.stringify(mail)).not.toContain(copy.id);
});

test('downloading stands in the activity and in the list', async () => {
  const { copy } = await ask();
  expect((await list()).copies[0]?.downloadedAt).toBe(null);
  await download(copy.id);
  expect((await list()).copies[0]?.downloadedAt).not.toBe(null);
  expect((await rows('select kind from activity where account_id = ? order by rowid', mine.id)).map(({ kind }) => kind)).toEqual([
    'copy-asked',
    'copy-downloaded',
  ]);
});

test('a copy that has run out is not there any more', proves('copy-by-button'), async () => {
  const { copy } = await ask();
  await board.database.client.execute({ sql: 'update data_exports set expires_at = ? where id = ?', args: [Date.now() - 60_000, copy.id] });
  expect(await refusal(await download(copy.id))).toEqual({ status: 404, code: 'not_found' });
  expect((await list()).copies).toEqual([]);
});

test('an account that is frozen may still have its copy', async () => {
  const frozen = await makeAccount(board.database.db, { restrictedAt: Date.now() });
  const own = await signedIn(board, frozen);
  const { copy } = await ask(own);
  expect((await download(copy.id, own)).status).toBe(200);
});

test('whatever somebody calls themselves, the page runs nothing and stays whole', async () => {
  const name = `</dd><script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
  await board.database.client.execute({ sql: 'update accounts set name = ? where id = ?', args: [name, mine.id] });
  const key = { account: mine.id, name, at: Date.now() };
  await board.database.client.execute({
    sql: "insert into activity (id, account_id, at, kind, details) values ('injected', ?, ?, 'passkey-added', ?)",
    args: [key.account, key.at, JSON.stringify({ name })],
  });
  const files = await myFiles();
  const page = files['your-data.html'] ?? '';
  expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>"/);
  expect(page.match(/&lt;script&gt;/g)).toHaveLength(2);
  expect(page).toContain("default-src 'none'");
  expect(page.replace(/&lt;.*?&gt;/g, '')).not.toMatch(/ (src|href|on\w+)=/);
  expect(page).toContain('<td>AdGuard Software Limited (AdGuard DNS)</td>');
  expect(JSON.parse(files['your-data.json'] ?? '').data.accounts.rows[0].name).toBe(name);
});

test('ten thousand lines of activity fit in', async () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) =>
      `('line-${mine.id}-${index}', '${mine.id}', ${1_795_000_000_000 + index}, 'signed-in', '{"browser":"Firefox on Linux","country":"SE"}')`,
  );
  for (let from = 0; from < lines.length; from += 1000)
    await board.database.client.execute(
      `insert into activity (id, account_id, at, kind, details) values ${lines.slice(from, from + 1000).join(',')}`,
    );
  const { copy } = await ask();
  expect(copy.bytes).toBeLessThan(2_000_000);
  const files = await filesIn(await download(copy.id));
  expect(JSON.parse(files['your-data.json'] ?? '').data.activity.rows).toHaveLength(10_000);
  expect(files['your-data.html']?.match(/You signed in with Firefox on Linux, Sweden\./g)).toHaveLength(10_000);
});
