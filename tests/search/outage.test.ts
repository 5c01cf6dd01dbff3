import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { createBreaker } from '#search/breaker.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { searchWithFallback } from '#search/fallback.ts';
import { rememberFilled } from '#search/filled.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { EVERYTHING } from '#worker/jobs/model/job-query.ts';
import { newId } from '#worker/kernel/random.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

const plan = { query: { ...EVERYTHING, words: 'nurse' }, area: null, now: NOON };

/** A server that does to each connection what it is told, and counts them. */
async function server(treat: (socket: Socket) => void): Promise<{ url: string; connections: () => number }> {
  let count = 0;
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    treat(socket);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  cleanUp.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  });
  return { url: `http://127.0.0.1:${port}`, connections: () => count };
}

function says(body: string, status = '200 OK'): (socket: Socket) => void {
  const answer = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
  return (socket) => socket.on('data', () => socket.end(answer));
}

/** A board with one nurse, and the two engines on it. */
async function board(url: string) {
  const database = await freshDatabase();
  cleanUp.push(() => database.close());
  const job = aJob(await addEmployer(database.db, 'Ward'), { title: 'Nurse' });
  await jobWrites(database.db).publish([job]);
  const embedded = embeddedFeed(database.db);
  await syncSearch({ db: database.db, engines: [embedded], now: () => NOON, owner: newId() });
  let time = NOON;
  const breaker = createBreaker();
  const search = searchWithFallback({
    primary: meilisearchEngine({ url, searchKey: 'key' }, { db: database.db, timeout: 200 }),
    isFilled: async () => true,
    embedded: embeddedEngine(database.db),
    now: () => time,
    breaker,
    budget: 100,
  });
  return { database, job, search, later: (ms: number) => (time += ms), embedded };
}

const hit = JSON.stringify({ hits: [{ id: 'abcdefghijklmnopqrst' }], estimatedTotalHits: 1 });
const sick: readonly [string, (socket: Socket) => void][] = [
  ['never answers', () => {}],
  ['hangs up', (socket) => socket.destroy()],
  ['stops in the middle', (socket) => socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{"results":['))],
  ['says it is ill', says('{"message":"x","code":"internal","type":"internal","link":""}', '500 Internal Server Error')],
  ['refuses the key', says('{"message":"x","code":"invalid_api_key","type":"auth","link":""}', '403 Forbidden')],
  ['speaks HTML', says('<html>Welcome to the proxy</html>')],
  ['answers something else', says('{"hello":"world"}')],
  ['answers nothing at all', says('')],
  ['answers too few searches', says(`{"results":[${hit}]}`)],
  ['answers ids that are no texts', says('{"results":[{"hits":[{"id":{"$ne":1}}],"estimatedTotalHits":-5}]}')],
];

test.each(sick)('a server that %s: the embedded engine answers and says so', async (_, treat) => {
  const { url } = await server(treat);
  const { search, job } = await board(url);
  expect(await search(plan)).toMatchObject({ engine: 'embedded', degraded: true, answer: { ids: [job.id], total: 1 } });
});

test('a port where nobody listens: the embedded engine answers and says so', async () => {
  const { search, job } = await board('http://127.0.0.1:1');
  expect(await search(plan)).toMatchObject({ engine: 'embedded', degraded: true, answer: { ids: [job.id] } });
});

test('a server that is down is not asked for a while; then one search tries it again', async () => {
  const { url, connections } = await server((socket) => socket.destroy());
  const { search, later } = await board(url);
  await search(plan);
  await search(plan);
  const asked = connections();
  await Promise.all([search(plan), search(plan), search(plan)]);
  expect(connections()).toBe(asked);
  later(6_000);
  await Promise.all([search(plan), search(plan), search(plan)]);
  expect(connections() - asked).toBe(1);
});

test('a server that came back is asked again by everyone', () => {
  const breaker = createBreaker();
  breaker.failed(0);
  expect(breaker.mayAsk(1)).toBe(true);
  breaker.failed(1);
  expect(breaker.mayAsk(2)).toBe(false);
  expect(breaker.mayAsk(6_000)).toBe(true);
  expect(breaker.mayAsk(6_001)).toBe(false);
  breaker.succeeded();
  expect(breaker.mayAsk(6_002)).toBe(true);
});

test('without a first engine nothing is degraded', async () => {
  const database = await freshDatabase();
  cleanUp.push(() => database.close());
  const search = searchWithFallback({ primary: null, isFilled: async () => false, embedded: embeddedEngine(database.db), now: () => NOON });
  expect(await search(plan)).toMatchObject({ engine: 'embedded', degraded: false, answer: { ids: [], total: 0 } });
});

test.each(sick.slice(1))(
  'feeding a server that %s leaves everything waiting, names the trouble and feeds the other engine',
  async (_, treat) => {
    const { url } = await server(treat);
    const { database, embedded } = await board(url);
    const engines = [meilisearchFeed({ url, syncKey: 'key', timeout: 200 }, database.db), embedded];
    const [broken, well] = await syncSearch({ db: database.db, engines, now: () => NOON + 1, owner: newId() });
    expect(broken?.trouble).toEqual(expect.any(String));
    expect(well).toMatchObject({ trouble: null });
    const waiting = await outboxRepository(database.db).waiting('meilisearch');
    expect(waiting).toMatchObject({ count: 1, trouble: broken?.trouble });
    expect(await outboxRepository(database.db).waiting('embedded')).toMatchObject({ count: 0, trouble: null });
  },
);

test('an engine that never answers is waited for no longer than its budget, whatever it is doing', async () => {
  const answer = { ids: [], total: 0, about: false, facets: {}, corrected: null, withoutPay: 0, currencies: [], sortCurrency: null };
  const search = searchWithFallback({
    primary: { name: 'meilisearch', search: () => new Promise(() => {}) },
    isFilled: async () => true,
    embedded: { name: 'embedded', search: async () => answer },
    now: () => NOON,
    breaker: createBreaker(),
    budget: 20,
  });
  expect(await search(plan)).toEqual({ answer, engine: 'embedded', degraded: true });
});

test('an engine that was just switched on is not asked before it has been given the whole board', async () => {
  const answer = { ids: [], total: 0, about: false, facets: {}, corrected: null, withoutPay: 0, currencies: [], sortCurrency: null };
  const { database, embedded } = await board('http://127.0.0.1:9');
  const outbox = outboxRepository(database.db);
  const search = searchWithFallback({
    primary: { name: 'meilisearch', search: async () => answer },
    isFilled: () => outbox.isFilled('meilisearch'),
    embedded: embeddedEngine(database.db),
    now: () => NOON,
    breaker: createBreaker(),
    filled: rememberFilled(),
  });
  expect(await search(plan)).toMatchObject({ engine: 'embedded', degraded: true });
  const broken = { name: 'meilisearch', most: 10, write: () => Promise.reject(new Error('gone')) } as const;
  await syncSearch({ db: database.db, engines: [{ ...embedded, ...broken }], now: () => NOON, owner: newId() });
  expect(await search(plan)).toMatchObject({ engine: 'embedded', degraded: true });
  await syncSearch({ db: database.db, engines: [{ ...embedded, ...broken, write: async () => {} }], now: () => NOON, owner: newId() });
  expect(await search(plan)).toMatchObject({ engine: 'meilisearch', degraded: false });
});
