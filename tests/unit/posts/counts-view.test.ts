import { expect, test } from 'vitest';
import { countBars } from '#site/lib/desk/count-bars.ts';
import { proves } from '#tests/support/proves.ts';
import { type CountedOn, presentCounts } from '#worker/posts/model/counts-view.ts';

const view = (day: string, count: number): CountedOn => ({ day, what: 'view', count });

test('a number below ten is told nowhere, nor is nothing told apart from it', proves('views-counted-without-you'), () => {
  const { days } = presentCounts(['2026-11-22', '2026-11-21', '2026-11-20'], [view('2026-11-22', 10), view('2026-11-21', 9)]);
  expect(days.map((one) => one.view)).toEqual([10, null, null]);
});

test('what a day hides cannot be reckoned from the total', proves('views-counted-without-you'), () => {
  const days = ['2026-11-22', '2026-11-21'];
  const totals = [1, 2, 3].map((few) => presentCounts(days, [view('2026-11-22', 40), view('2026-11-21', few)]).total.view);
  expect(totals).toEqual([40, 40, 40]);
});

test('the bars of a chart are as high as their numbers, and what is not told has a low one', () => {
  const { bars, most, height } = countBars([
    { day: '2026-11-20', count: 20 },
    { day: '2026-11-21', count: null },
    { day: '2026-11-22', count: 40 },
  ]);
  expect(most).toBe(40);
  expect(bars.map((bar) => bar.height)).toEqual([height / 2, 4, height]);
  expect(bars.map(({ isFew }) => isFew)).toEqual([false, true, false]);
});
