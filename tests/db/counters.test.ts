import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Counter, countersRepository, type ShownTotal } from '#db/repositories/counters.ts';
import { counters } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
import { LEAST_SHOWN } from '#worker/promises/model/numbers.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(() => fresh.db.delete(counters));
afterAll(() => fresh.close());

type Cell = Counter & { readonly count: number };

const cell = (country: string, count: number, said: Partial<Cell> = {}): Cell => ({
  day: '2026-11-20',
  page: '/jobs',
  feature: '',
  country,
  count,
  ...said,
});
const put = (cells: readonly Cell[]) => fresh.db.insert(counters).values([...cells]);
const shown = (span = { from: '2026-11-01', until: '2026-12-01' }) => countersRepository(fresh.db).shown({ ...span, least: LEAST_SHOWN });

test('a total below the least is shown by itself to nobody', proves('counters-threshold'), async () => {
  await put([cell('SE', LEAST_SHOWN), cell('FI', LEAST_SHOWN - 1)]);
  expect(await shown()).toEqual([cell('SE', LEAST_SHOWN)]);
});

test('small totals are shown together where they are enough: over countries, then over the day', proves('counters-threshold'), async () => {
  await put([
    cell('SE', 6),
    cell('FI', 5),
    cell('DE', 4, { page: '/' }),
    cell('AZ', 6, { page: '/about' }),
    cell('US', 9, { day: '2026-11-19' }),
  ]);
  expect(await shown()).toEqual([
    { day: '2026-11-20', page: '/jobs', feature: '', country: null, count: 11 },
    { day: '2026-11-20', page: null, feature: null, country: null, count: 10 },
  ]);
});

test('a day that is not over is not shown: what grows under somebody’s eyes tells of single visits', async () => {
  await put([cell('SE', 50), cell('SE', 50, { day: '2026-11-21' }), cell('SE', 50, { day: '2026-11-18' })]);
  const days = (await shown({ from: '2026-11-19', until: '2026-11-21' })).map(({ day }) => day);
  expect(days).toEqual(['2026-11-20']);
});

const cells = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom('2026-11-19', '2026-11-20'),
    page: fc.constantFrom('/', '/jobs', '/about'),
    feature: fc.constantFrom('', 'search'),
    country: fc.constantFrom('SE', 'FI', 'unknown'),
    count: fc.integer({ min: 1, max: 2 * LEAST_SHOWN }),
  }),
  { selector: ({ count: _, ...key }) => JSON.stringify(key), maxLength: 36 },
);

/** Which totals a row that is shown may stand for. */
const isPartOf = ({ day, page, feature, country }: ShownTotal, one: Cell) =>
  one.day === day &&
  (page ?? one.page) === one.page &&
  (feature ?? one.feature) === one.feature &&
  (country ?? one.country) === one.country;

test('no withheld total follows from what is shown, by no difference between rows', proves('counters-threshold'), async () => {
  await fc.assert(
    fc.asyncProperty(cells, async (some) => {
      await fresh.db.delete(counters);
      if (some.length > 0) await put(some);
      const rows = await shown();
      expect(rows.every(({ count }) => count >= LEAST_SHOWN)).toBe(true);
      const left = new Set<Cell>(some);
      // From the narrowest to the widest: each takes its own totals, and none takes one that another has.
      for (const row of rows.toSorted((one, other) => widthOf(one) - widthOf(other))) {
        const own = [...left].filter((one) => isPartOf(row, one) && (widthOf(row) === 0 || one.count < LEAST_SHOWN));
        expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(row.count);
        if (own.some(({ count }) => count < LEAST_SHOWN)) expect(own.length).toBeGreaterThan(1);
        for (const one of own) left.delete(one);
      }
      expect([...left].every(({ count }) => count < LEAST_SHOWN)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

function widthOf({ page, country }: ShownTotal): number {
  return page === null ? 2 : country === null ? 1 : 0;
}
