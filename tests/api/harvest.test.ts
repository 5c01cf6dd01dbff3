import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ seeded: true });
  await board.tick();
});
afterAll(() => board.close());

const read = async (path: string) => (await fetch(`${board.origin}${path}`)).text();

/** Everything that anybody can read about any ad: API, pages with their JobPosting data, feeds, sitemaps. */
async function readEverything(): Promise<ReadonlyMap<string, string>> {
  const { pages } = JSON.parse(await read('/api/jobs')) as { pages: number };
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const lists = numbers.flatMap((page) => [
    `/api/jobs?page=${page}`,
    `/jobs?page=${page}`,
    ...['xml', 'atom', 'json'].map((kind) => `/jobs/feed.${kind}?page=${page}`),
  ]);
  const { rows } = await board.database.client.execute('select id, slug from jobs');
  const ads = rows.flatMap(({ id, slug }) => [`/api/jobs/${id}`, `/jobs/${slug}-${id}`]);
  const employers = (await board.database.client.execute('select slug from employers')).rows.flatMap(({ slug }) => [
    `/api/employers/${slug}`,
    `/employers/${slug}`,
  ]);
  const found = new Map<string, string>();
  for (const path of [...lists, ...ads, ...employers, '/feeds/jobs.xml', '/sitemaps/jobs.xml', '/sitemaps/employers.xml'])
    found.set(path, await read(path));
  return found;
}

test('no private address of any ad is anywhere, plain or taken apart', proves('contacts-hidden'), async () => {
  const { rows } = await board.database.client.execute('select kind, value from job_contacts');
  expect(rows.length).toBeGreaterThan(3);
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@+]/gu, '');
  const secrets = rows.map(({ value }) => bare(String(value)));
  const everything = await readEverything();
  expect(everything.size).toBeGreaterThan(rows.length);
  for (const [path, text] of everything) {
    const plain = bare(text);
    for (const secret of secrets) expect(plain.includes(secret), `${path} holds ${secret}`).toBe(false);
  }
});

test('no mail address stands in anything that is read, except those of the board', proves('contacts-hidden'), async () => {
  const ours = /@keepword\.example/;
  for (const [path, text] of await readEverything()) {
    const addresses = text.match(/[\w.+-]+@[\w-]+\.[\w.-]+/g) ?? [];
    expect(
      addresses.filter((address) => !ours.test(address)),
      path,
    ).toEqual([]);
  }
});
