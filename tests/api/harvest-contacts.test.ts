import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';

const ADS = 400;
/** Of so many every page is looked at: they are all made alike. */
const PAGES = 40;
const TITLES = ['Nurse', 'Engineer', 'Teacher', 'Driver', 'Clerk'];
const { exactPerDay, widerPerDay } = thisBoard.contactLimits.shown;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
  const { db, client } = board.database;
  const at = Date.now() - 3_600_000;
  const times = { postedAt: at, publishedAt: at, createdAt: at, updatedAt: at };
  const employer = await addEmployer(db, 'Harvest');
  const mailbox = (index: number) => [{ kind: 'mail', value: `c${index}@harvest.example`, forApplying: true }] as const;
  const ads = Array.from({ length: ADS }, (_, index) =>
    aJob(employer, { ...times, title: `${TITLES[index % TITLES.length]} ${index}`, contacts: mailbox(index) }),
  );
  await jobWrites(db).publish(ads);
  await client.batch([
    `insert into sources (id, name, first_imported_at, last_imported_at) values ('harvested', 'A feed', 0, 0)`,
    `update jobs set source_id = 'harvested', source_key = id`,
  ]);
  await board.tick();
});
afterAll(() => board.close());

const CONTACT = /c(\d+)@harvest\.example/g;
const found = new Set<string>();

/** Asks as a program does that says whatever helps, and takes what it can from the answer. */
async function take(path: string, { network, method = 'GET' }: { readonly network: string; readonly method?: string }): Promise<number> {
  const says = { Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await fetch(`${board.origin}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'CF-Connecting-IP': network, Connection: 'close', ...(method === 'POST' ? says : {}) },
    ...(method === 'POST' ? { body: '' } : {}),
  });
  for (const [contact] of (await response.text()).matchAll(CONTACT)) found.add(contact);
  return response.status;
}

/** A few at once, as a scraper does. */
async function all<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const work = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 12 }, work));
}

/** What anybody can list: searches by every word that titles use, feeds, sitemaps. */
async function listEverything(): Promise<ReadonlySet<string>> {
  const network = '198.18.0.1';
  const read = async (path: string) => (await fetch(`${board.origin}${path}`, { headers: { 'CF-Connecting-IP': network } })).text();
  const ids = new Set<string>();
  const words = ['', ...TITLES];
  const pages = [1, 2, 3, 4, 5, 6, 7, 8];
  const lists = words.flatMap((word) => pages.map((page) => `/api/jobs?q=${word}&page=${page}`));
  const feeds = [
    '/jobs/feed.xml',
    '/jobs/feed.atom',
    '/jobs/feed.json',
    '/feeds/jobs.xml',
    '/sitemaps/jobs.xml',
    '/robots.txt',
    '/api/openapi.json',
  ];
  await all([...lists, ...feeds], async (path) => {
    const text = await read(path);
    for (const [contact] of text.matchAll(CONTACT)) found.add(contact);
    for (const [, id] of text.matchAll(/[-"]([a-z2-7]{20})(?=["<?])/g)) if (id !== undefined) ids.add(id);
  });
  return ids;
}

// Some 2 500 requests: longer than other tests take where a machine has much else to do.
test('a program that tries everything gets no more contacts a day than its networks are shown', {
  ...proves('contacts-shown-on-asking'),
  timeout: 300_000,
}, async () => {
  const ids = [...(await listEverything())].slice(0, ADS);
  expect(ids.length).toBe(ADS);
  const network = '198.18.0.2';
  await all(ids, (id) => take(`/api/jobs/${id}`, { network }));
  for (const page of ['jobs/x-', 'show-contact/', 'relay/', 'leave/', 'contacts/', 'api/jobs/'])
    await all(ids.slice(0, PAGES), (id) => take(`/${page}${id}${page === 'api/jobs/' ? '/contact' : ''}`, { network }));
  expect([...found], 'what is read without the act').toEqual([]);

  // One network, all ads, by the page and by the API, many at once.
  await all(ids, (id) => take(`/show-contact/${id}`, { network: '198.18.1.1', method: 'POST' }));
  await all(ids, (id) => take(`/api/jobs/${id}/contact`, { network: '198.18.1.1', method: 'POST' }));
  expect(found.size).toBe(exactPerDay);

  // A whole street of networks beside each other, IPv4 and IPv6, each taking ads that the others have not.
  const street = Array.from({ length: 40 }, (_, index) => `198.18.2.${index + 1}`);
  const avenue = Array.from({ length: 40 }, (_, index) => `2001:db8:1:${index.toString(16)}::1`);
  const before = found.size;
  await all(ids, (id) => take(`/api/jobs/${id}/contact`, { network: street[ids.indexOf(id) % street.length] ?? '', method: 'POST' }));
  await all(ids.toReversed(), (id) =>
    take(`/api/jobs/${id}/contact`, { network: avenue[ids.indexOf(id) % avenue.length] ?? '', method: 'POST' }),
  );
  expect(found.size - before).toBeLessThanOrEqual(2 * widerPerDay);

  // The relay shows no address, whatever it is sent.
  await all(ids.slice(0, 30), (id) => take(`/relay/${id}`, { network: '198.18.3.1', method: 'POST' }));
  const budget = exactPerDay + 2 * widerPerDay;
  expect(found.size).toBeLessThanOrEqual(budget);
  const bare = JSON.stringify((await board.database.client.execute('select * from reveal_budgets')).rows);
  expect(bare).not.toContain('198.18.');
  console.log(`Harvest: ${found.size} contacts of ${ids.length} ads in a day, from 81 networks in 3 wider ones (budget ${budget}).`);
});
