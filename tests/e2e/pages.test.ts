import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

const DOCUMENTS = [
  '/privacy',
  '/cookies',
  '/terms',
  '/california',
  '/about',
  '/seekers',
  '/hiring',
  '/ranking',
  '/accessibility',
  '/contact',
];
const PHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

let board: VisitedBoard;
beforeAll(async () => {
  board = await visitedBoard();
});
afterAll(() => board.close());

test.each(DOCUMENTS)('the contents of %s lead to each of its parts, and name no other', async (path) => {
  const { page } = await board.visit();
  await page.goto(path);
  const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  const titles = (await contents.allTextContents()).map((title) => title.trim());
  const parts = await page.locator('main h2').evaluateAll((headings) => headings.map(({ firstChild }) => firstChild?.textContent?.trim()));
  expect(titles).toEqual(parts);
  await contents.last().click();
  await page.locator('main h2').last().waitFor({ state: 'visible' });
  await expect.poll(() => page.locator('main h2:target').count()).toBe(1);
});

test('on a phone the contents are behind a button that works without script', async () => {
  const { page } = await board.visit(PHONE);
  await page.goto('/privacy');
  const last = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
  expect(await last.isVisible()).toBe(false);
  await page.getByText('On this page', { exact: true }).click();
  await expect.poll(() => last.isVisible()).toBe(true);
});

test('on a phone a table says beside each value what it is, and nothing scrolls sideways', async () => {
  const { page } = await board.visit(PHONE);
  await page.goto('/privacy#retention');
  const cell = page.locator('[aria-labelledby="retention"] td').first();
  expect(await cell.evaluate((td) => getComputedStyle(td, '::before').content)).toBe('"How long"');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.each(['/sign-in', '/about', '/jobs'])(
  'on a phone with letters of twice the size the header of %s does not scroll sideways',
  async (path) => {
    const { page } = await board.visit(PHONE);
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.locator('header.top').evaluate((header) => header.scrollWidth)).toBe(360);
  },
);

test('the note under the search leads to the promise and its proof', async () => {
  const { page } = await board.visit({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('link', { name: 'See the proof' }).click();
  await page.waitForURL('**/promises#search-forgets');
  expect(await page.locator(':target').textContent()).toContain('A search leaves nothing behind');
});

test('every promise in the privacy policy leads to its proof', async () => {
  const { page } = await board.visit();
  await page.goto('/privacy');
  const proofs = await page.locator('a[href^="/promises#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(proofs.length).toBeGreaterThan(10);
  await page.goto('/promises');
  const missing = await page.evaluate(
    (hrefs) => hrefs.filter((href) => document.getElementById(href.split('#')[1] ?? '') === null),
    proofs,
  );
  expect(missing).toEqual([]);
});

test('a policy says its version and its day, and each version stays at an address of its own', proves('policy-dated'), async () => {
  const { page } = await board.visit();
  const { version } = versionInForce(thisBoard, new Date().toISOString().slice(0, 10));
  for (const name of ['privacy', 'cookies', 'terms', 'california']) {
    await page.goto(`/${name}`);
    await page.getByText(new RegExp(`Version ${version}, in force since \\d+ \\w+ \\d{4}`)).waitFor();
    const response = await page.goto(`/${name}/versions/${version}`);
    expect(response?.status()).toBe(200);
  }
});

test('on paper a policy is a document: no navigation, links spelled out, tables as tables', async () => {
  const { page } = await board.visit();
  await page.goto('/privacy');
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Main', 'More', 'On this page']) {
    expect(await page.getByRole('navigation', { name }).isVisible()).toBe(false);
  }
  const outside = page.locator('main a[href^="https://"]').first();
  expect(await outside.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(await outside.getAttribute('href'));
  expect(
    await page
      .locator('.policy-table tr')
      .first()
      .evaluate((row) => getComputedStyle(row).display),
  ).toBe('table-row');
});

test('the page about ranking names every order that the search offers', async () => {
  const { page } = await board.visit();
  await page.goto('/jobs?q=nurse&place=Bronx');
  const offered = (await page.locator('.orders a').allTextContents()).map((order) => order.trim());
  await page.goto('/ranking');
  const text = await page.locator('main').textContent();
  expect(offered.filter((order) => order !== 'Best match' && !text?.includes(order))).toEqual([]);
});
