import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, RULES_OF_COLOUR } from '#tests/support/axe-faults.ts';
import { addressBook, EVERY_PAGE, type PageVisit } from '#tests/support/every-page.ts';
import { lookers, sentCookies } from '#tests/support/lookers.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
let addressOf: (visit: PageVisit) => string;
let cookieOf: Awaited<ReturnType<typeof lookers>>;
beforeAll(async () => {
  board = await visitedBoard();
  addressOf = await addressBook(board.database.db);
  cookieOf = await lookers(board);
});
afterAll(() => board.close());

test.each(EVERY_PAGE)('$name has no fault that axe knows, in light and in dark', async (visit) => {
  // A colour on its way from one scheme to the other is neither.
  const { page } = await board.visit({ reducedMotion: 'reduce' });
  await page.context().addCookies(sentCookies(cookieOf(visit.as), board.origin));
  // With whatever a first visit shows.
  await page.goto(addressOf(visit), { waitUntil: 'networkidle' });
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page, RULES_OF_COLOUR)).toEqual([]);
  await page.context().close();
});

/** As the platform sends it: compressed, unless it already is. */
async function bytesOnTheWire(url: string, cookie: string): Promise<number> {
  const body = Buffer.from(await (await fetch(url, { headers: { Cookie: cookie } })).arrayBuffer());
  return url.endsWith('.woff2') ? body.length : gzipSync(body).length;
}

async function weightOf(page: Page, cookie: string): Promise<{ readonly all: number; readonly script: number }> {
  const loaded = await page.evaluate(() => [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]);
  const weights = await Promise.all(loaded.map(async (url) => ({ url, bytes: await bytesOnTheWire(url, cookie) })));
  const sum = (some: typeof weights) => some.reduce((total, { bytes }) => total + bytes, 0);
  return { all: sum(weights), script: sum(weights.filter(({ url }) => url.endsWith('.js'))) };
}

test.each(EVERY_PAGE)('$name fits a narrow screen, weighs at most 50 kB, 15 kB of them script, and breaks nothing', async (visit) => {
  const { page, complaints } = await board.visit({ viewport: { width: 320, height: 640 } });
  const cookie = cookieOf(visit.as);
  await page.context().addCookies(sentCookies(cookie, board.origin));
  const answer = await page.goto(addressOf(visit), { waitUntil: 'networkidle' });
  expect(answer?.status()).toBe(visit.status);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect.soft(await page.locator('h1').count()).toBe(1);
  const { all, script } = await weightOf(page, cookie);
  expect.soft(script).toBeLessThanOrEqual(15_000);
  expect.soft(all).toBeLessThanOrEqual(50_000);
  expect(complaints).toEqual([]);
  await page.context().close();
});
