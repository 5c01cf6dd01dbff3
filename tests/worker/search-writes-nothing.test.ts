import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;

beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
}, 120_000);

afterAll(() => board.close());

/** Ordinary searches, corrected ones, mistaken ones, and whatever else a visitor or a program may read. */
const READING = [
  '/',
  '/jobs',
  '/jobs?q=nurse&place=Stockholm&radius=50&category=health&sort=newest',
  '/jobs?q=enginer',
  '/jobs?q=%22no+such+words%22&page=3',
  '/jobs?salary=90000/year&remote=1&posted=7d',
  '/jobs?page=many&unknown=1',
  '/api/jobs?q=nurse',
  '/api/jobs?q=xqzvw',
  '/api/jobs?place=nowhere',
  '/api/jobs?page=99',
  '/api/places?q=sto',
  '/jobs/feed.xml?q=nurse',
  '/jobs/feed.atom',
  '/jobs/feed.json?kind=gig',
  '/feeds/jobs.xml',
  '/sitemap.xml',
  '/healthz',
];

test('a search writes nothing and sets no cookie', async () => {
  const before = await contents();
  for (const path of READING) {
    const answer = await fetch(`${board.origin}${path}`);
    await answer.arrayBuffer();
    expect([path, answer.status < 500, answer.headers.getSetCookie()]).toEqual([path, true, []]);
  }
  expect(await contents()).toEqual(before);
}, 60_000);

test('a line of the log never tells what somebody searched', async () => {
  const word = 'unmistakable';
  for (const path of [`/jobs?q=${word}`, `/api/jobs?q=${word}`, `/jobs/${word}-aaaaaaaaaaaaaaaaaaaa`, `/${word}`]) {
    await (await fetch(`${board.origin}${path}`, { headers: { 'User-Agent': word, 'CF-Connecting-IP': '203.0.113.77' } })).arrayBuffer();
  }
  expect(board.logs.length).toBeGreaterThan(0);
  expect(board.logs.filter((line) => line.includes(word) || line.includes('203.0.113.77'))).toEqual([]);
});

/** Every table with a hash of its rows. */
async function contents(): Promise<Readonly<Record<string, string>>> {
  const { client } = board.database;
  const { rows } = await client.execute(
    "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' order by name",
  );
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    // The gazetteer is a quarter of a million rows of geography.
    if (name === 'places' || name === 'place_names') continue;
    const table = await client.execute(`select * from "${String(name)}"`);
    hashes[String(name)] = createHash('sha256').update(JSON.stringify(table.rows)).digest('hex');
  }
  return hashes;
}
