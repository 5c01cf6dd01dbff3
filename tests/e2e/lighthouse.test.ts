import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressBook, EVERY_PAGE, type PageVisit } from '#tests/support/every-page.ts';
import { type Lighthouse, startLighthouse } from '#tests/support/lighthouse.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let lighthouse: Lighthouse;
let addressOf: (visit: PageVisit) => string;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
  addressOf = await addressBook(board.database.db);
  lighthouse = await startLighthouse();
});
afterAll(async () => {
  await lighthouse.close();
  await board.close();
});

test.each(EVERY_PAGE.filter(({ status, as }) => status === 200 && as === 'visitor'))(
  '$name is accessible and well made by the measure of Lighthouse',
  async (visit) => {
    const bars = { accessibility: 100, 'best-practices': 100, ...(visit.isListed ? { seo: 100 } : {}) };
    const categories = ['accessibility', 'best-practices', ...(visit.isListed ? (['seo'] as const) : [])] as const;
    const { scores, faults } = await lighthouse.audit(board.origin + addressOf(visit), categories);
    expect({ scores, faults: Object.values(scores).every((score) => score === 100) ? [] : faults }).toEqual({ scores: bars, faults: [] });
  },
);
