import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressBook, EVERY_PAGE, type PageVisit } from '#tests/support/every-page.ts';
import { keptOnDevice } from '#tests/support/kept-on-device.ts';
import { proves } from '#tests/support/proves.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

let board: VisitedBoard;
let addressOf: (visit: PageVisit) => string;
beforeAll(async () => {
  board = await visitedBoard();
  addressOf = await addressBook(board.database.db);
});
afterAll(() => board.close());

const VISITORS: readonly { readonly who: string; readonly options: BrowserContextOptions }[] = [
  { who: 'a visitor who has not chosen', options: {} },
  { who: 'a visitor without JavaScript', options: { javaScriptEnabled: false } },
  { who: 'a visitor whose browser sends the privacy signal', options: { extraHTTPHeaders: { 'Sec-GPC': '1' } } },
];

test.each(VISITORS)(
  'every page leaves nothing in the browser of $who, and asks no other host',
  proves('no-cookie-before-choice', 'no-third-party-before-consent'),
  async ({ options }) => {
    const { page, complaints } = await board.visit(options);
    if (options.extraHTTPHeaders !== undefined) await page.addInitScript('Object.assign(navigator, { globalPrivacyControl: true })');
    for (const visit of EVERY_PAGE.filter(({ as }) => as === 'visitor')) {
      await page.goto(addressOf(visit), { waitUntil: 'networkidle' });
      expect.soft(await keptOnDevice(page), visit.name).toEqual([]);
    }
    expect(complaints).toEqual([]);
  },
);
