import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeAccount, PASSWORD, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

async function visitAs(account: TestAccount, options: { readonly provenAt: number; readonly javaScriptEnabled: boolean }) {
  const { provenAt, javaScriptEnabled } = options;
  const cookie = await signedIn(board, account, { provenAt });
  const value = /(?:^| )session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const visitor = await board.visit({ javaScriptEnabled });
  await visitor.page.context().addCookies([{ name: 'session', value, url: board.origin }]);
  return visitor;
}

async function downloaded(page: Page): Promise<{ readonly name: string; readonly files: Readonly<Record<string, string>> }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Download the copy/ }).click()]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const texts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  return { name: download.suggestedFilename(), files: Object.fromEntries(texts) };
}

test.each([true, false])(
  'a copy is asked for, proven, downloaded and opened; scripts: %s',
  proves('copy-by-button'),
  async (javaScriptEnabled) => {
    const name = '<b>Zoë</b> & "co"';
    const account = await makeAccount(board.database.db, { name });
    const { page, complaints } = await visitAs(account, { provenAt: Date.now() - 3_600_000, javaScriptEnabled });
    await page.goto('/account/privacy/copy');
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/account/privacy/copy');
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByText('Your copy is ready.').waitFor();
    expect(await page.getByRole('button', { name: 'Make a copy' }).count()).toBe(0);
    const { name: fileName, files } = await downloaded(page);
    expect(fileName).toMatch(/^your-data-\d{4}-\d\d-\d\d\.zip$/);
    expect(JSON.parse(files['your-data.json'] ?? '').data.accounts.rows[0]).toMatchObject({ email: account.email, name });
    await page.goto('/account/activity');
    await page.getByText('You downloaded a copy of your data.').waitFor();
    expect(complaints).toEqual([]);
  },
);

test('the page in the copy reads without the board: whole, and asking nobody for anything', async () => {
  const name = '<img src=x onerror="document.title=1">';
  const account = await makeAccount(board.database.db, { name });
  const { page } = await visitAs(account, { provenAt: Date.now(), javaScriptEnabled: true });
  await page.goto('/account/privacy/copy');
  await page.getByRole('button', { name: 'Make a copy' }).click();
  const { files } = await downloaded(page);
  const folder = await mkdtemp(join(tmpdir(), 'keepword-copy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'your-data.html');
  await writeFile(file, files['your-data.html'] ?? '');
  const opened = await page.context().newPage();
  const asked: string[] = [];
  opened.on('request', (request) => asked.push(request.url()));
  await opened.goto(`file://${file}`);
  expect(await opened.title()).toBe('A copy of your data');
  await expect.poll(() => opened.getByText(name).count()).toBe(1);
  expect(await opened.locator('script, img, link, iframe').count()).toBe(0);
  await expect.poll(() => opened.locator('h1').count()).toBe(1);
  expect(asked).toEqual([`file://${file}`]);
});
