import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobs } from '#db/schema/tables.ts';
import { type VisitedBoard, visitedBoard } from '#tests/support/visitor.ts';

const PAGES = {
  home: '/',
  search: '/jobs?q=engineer&type=full-time',
  'search with notes': '/jobs?q=nurze&salary=50000&posted=never&page=40&sort=salary',
  'search without results': '/jobs?q=xyzzyxyzzy&place=Bronx&type=full-time',
  employer: '/employers/pelham-gate-health',
  'interface for programs': '/api/docs',
  'not found': '/nowhere',
  'too many': '/429',
} as const;

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

let board: VisitedBoard;
let ad: string;
let axe: string;
beforeAll(async () => {
  board = await visitedBoard();
  const [job] = await board.database.db.select().from(jobs).where(eq(jobs.title, 'Registered nurse, walk-in clinic'));
  ad = `/jobs/${job?.slug}-${job?.id}`;
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
});
afterAll(() => board.close());

const pathOf = (name: string) => (name === 'ad' ? ad : Object.entries(PAGES).find(([key]) => key === name)?.[1]) ?? '/';
/** As the platform sends it: compressed, unless it already is. */
async function bytesOnTheWire(url: string): Promise<number> {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  return url.endsWith('.woff2') ? body.length : gzipSync(body).length;
}

const names = [...Object.keys(PAGES), 'ad'];

test.each(names.flatMap((name) => (['light', 'dark'] as const).map((scheme) => ({ name, scheme }))))(
  '$name in $scheme has no fault that axe knows',
  async ({ name, scheme }) => {
    const { page } = await board.visit({ colorScheme: scheme });
    await page.goto(pathOf(name));
    // Through the debugger, which the page's security policy does not bind.
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeAnswer>(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
);

test.each(names)('%s fits a narrow screen and breaks no policy', async (name) => {
  const { page, complaints } = await board.visit({ viewport: { width: 320, height: 640 } });
  await page.goto(pathOf(name));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await page.locator('h1').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test.each(names)('%s links only to what exists', async (name) => {
  const { page } = await board.visit();
  await page.goto(pathOf(name));
  const links = await page.evaluate(() =>
    [...document.links]
      .filter((link) => link.origin === location.origin && link.hash === '')
      .map(({ pathname, search }) => pathname + search),
  );
  const answers = await Promise.all([...new Set(links)].map(async (path) => ({ path, status: (await fetch(board.origin + path)).status })));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
});

test.each([
  ['home', 50_000, 15_000],
  ['search', 50_000, 15_000],
  ['ad', 50_000, 15_000],
])('%s weighs at most %i bytes on first view, %i of them script', async (name, all, script) => {
  const { page } = await board.visit();
  await page.goto(pathOf(name), { waitUntil: 'networkidle' });
  const loaded = await page.evaluate(() => [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]);
  const weights = await Promise.all(loaded.map(async (url) => ({ url, bytes: await bytesOnTheWire(url) })));
  const sum = (some: typeof weights) => some.reduce((total, { bytes }) => total + bytes, 0);
  expect.soft(sum(weights.filter(({ url }) => url.endsWith('.js')))).toBeLessThanOrEqual(script);
  expect(sum(weights)).toBeLessThanOrEqual(all);
});

test('no page runs a script or takes a style from inside itself', async () => {
  const { page } = await board.visit();
  for (const name of names) {
    await page.goto(pathOf(name));
    const inside = await page.evaluate(() =>
      [...document.querySelectorAll('style, [style], script:not([src]):not([type$=json])')].map(({ outerHTML }) => outerHTML),
    );
    expect(inside).toEqual([]);
  }
});
