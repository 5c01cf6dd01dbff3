import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
});
afterAll(() => board.close());

/** Tables too large to be sent whole: no request could change them without adding or taking a row. */
const LARGE = new Set(['places', 'place_names']);

/** A hash of every row of every table, index tables included. */
async function everything(): Promise<string> {
  const { client } = board.database;
  const tables = await client.execute(
    "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' order by name",
  );
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    const { rows } = await client.execute(
      LARGE.has(String(name)) ? `select count(*), total(rowid) from ${name}` : `select * from "${name}"`,
    );
    hash.update(
      JSON.stringify([name, rows.map((row) => Object.values(row))], (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
  }
  return hash.digest('hex');
}

test(
  'searching and reading write nothing, set no cookie and leave no word in the log',
  proves('search-forgets', 'logs-without-people', 'limits-forget'),
  async () => {
    const before = await everything();
    const { jobs } = (await (await fetch(`${board.origin}/api/jobs`)).json()) as {
      jobs: readonly { id: string; employer: { slug: string } }[];
    };
    const paths = [
      '/jobs?q=zyzzyva',
      '/api/jobs?q=zyzzyva&place=Stockholm&sort=distance',
      '/api/jobs?q=enginer',
      '/api/places?q=zyzzyva',
      '/jobs/feed.xml?q=zyzzyva',
      '/feeds/jobs.xml',
      '/sitemap.xml',
      '/healthz',
      ...jobs.map(({ id }) => `/api/jobs/${id}`),
      ...jobs.map(({ employer }) => `/api/employers/${employer.slug}`),
    ];
    for (const path of paths) {
      const response = await fetch(`${board.origin}${path}`, {
        headers: { 'User-Agent': 'Zyzzyva reader', 'CF-Connecting-IP': '192.0.2.99' },
      });
      await response.arrayBuffer();
      expect(response.headers.has('Set-Cookie'), path).toBe(false);
      expect(response.status, path).toBeLessThan(500);
    }
    expect(await everything()).toBe(before);
    expect(board.logs.length).toBeGreaterThan(paths.length);
    expect(board.logs.join('\n')).not.toMatch(/zyzzyva|stockholm|192\.0\.2/i);
  },
);

test('a change is noticed by the comparison', async () => {
  const before = await everything();
  await board.database.client.execute("update facts set value = value || ' ' where name = (select min(name) from facts)");
  expect(await everything()).not.toBe(before);
});
