import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { reconcileSearch } from '#search/reconcile.ts';
import { type SyncOptions, syncSearch } from '#search/sync.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { EVERYTHING } from '#worker/jobs/model/job-query.ts';
import { newId } from '#worker/kernel/random.ts';

let database: FreshDatabase;
let employer: number;
beforeEach(async () => {
  database = await freshDatabase();
  employer = await addEmployer(database.db, 'Ward');
});
afterEach(() => database.close());

const sync = (now = NOON, more: Partial<SyncOptions> = {}) =>
  syncSearch({ db: database.db, engines: [embeddedFeed(database.db)], now: () => now, owner: newId(), ...more });
const reconcile = (now = NOON) =>
  reconcileSearch({ db: database.db, engines: [embeddedFeed(database.db)], now: () => now, owner: newId() });
const publish = (count: number, said = {}) => jobWrites(database.db).publish(Array.from({ length: count }, () => aJob(employer, said)));
const indexed = async () => (await database.client.execute('select count(*) as n from job_search')).rows[0]?.['n'];
const search = (words = '', now = NOON) => embeddedEngine(database.db).search({ query: { ...EVERYTHING, words }, area: null, now });

test('an ad is found as soon as it is fed, and the outbox is forgotten', async () => {
  await publish(3);
  expect((await search()).total).toBe(0);
  await sync();
  expect((await search('nurse')).total).toBe(3);
  expect((await database.client.execute('select * from search_outbox')).rows).toEqual([]);
});

test('doing it again, or in pieces, comes to the same', async () => {
  await publish(30);
  const small = { ...embeddedFeed(database.db), most: 7 };
  await sync(NOON, { engines: [small] });
  await database.client.execute('update search_cursors set seq = 0, time_reached = 0');
  await sync();
  expect(await indexed()).toBe(30);
  expect((await search('nurse')).total).toBe(30);
  expect((await search()).total).toBe(30);
});

test('a run that stops half-way is taken up by the next', async () => {
  await publish(20);
  let calls = 0;
  const feed = embeddedFeed(database.db);
  const failing = {
    ...feed,
    most: 5,
    write: async (change: Parameters<typeof feed.write>[0]) =>
      ++calls === 3 ? Promise.reject(new Error('the disk is full')) : feed.write(change),
  };
  const [outcome] = await sync(NOON, { engines: [failing] });
  expect(outcome?.trouble).toBe('the disk is full');
  expect(await indexed()).toBe(10);
  expect((await outboxRepository(database.db).waiting('embedded')).trouble).toBe('the disk is full');
  expect((await sync())[0]).toMatchObject({ trouble: null, done: 10 });
  expect(await indexed()).toBe(20);
});

test('while one run feeds an engine, another leaves it alone', async () => {
  await publish(1);
  await outboxRepository(database.db).lease({ engine: 'embedded', owner: 'another' }, { now: NOON, until: NOON + 1000 });
  expect((await sync())[0]).toMatchObject({ busy: true, done: 0 });
  expect((await sync(NOON + 2000))[0]).toMatchObject({ busy: false, done: 1 });
});

test('a run that has reached its deadline stops, and the rest waits', async () => {
  await publish(1);
  expect((await sync(NOON, { deadline: NOON }))[0]).toMatchObject({ done: 0, trouble: null });
  expect((await sync())[0]).toMatchObject({ done: 1 });
});

test('an ad leaves the index when its time is over, without any change of it', proves('index-forgets'), async () => {
  await publish(1, { validThrough: NOON + DAY });
  await publish(1);
  await sync();
  expect((await search()).total).toBe(2);
  await sync(NOON + 2 * DAY);
  expect((await search('', NOON + 2 * DAY)).total).toBe(1);
  expect(await indexed()).toBe(1);
});

test('what an index lacks, holds in an old state or should not hold is found and repaired', async () => {
  await publish(4);
  await sync();
  const [first, second, third] = (await database.client.execute('select job_seq from job_search order by job_seq')).rows.map((row) =>
    Number(row['job_seq']),
  );
  await database.client.execute({ sql: 'delete from job_search where job_seq = ?', args: [first ?? 0] });
  await database.client.execute({ sql: 'update job_search set version = 1 where job_seq = ?', args: [second ?? 0] });
  await database.client.execute({ sql: "update jobs set status = 'stopped' where seq = ?", args: [third ?? 0] });
  expect(await reconcile()).toEqual([{ engine: 'embedded', missing: 2, ghosts: 1, trouble: null }]);
  expect((await search('nurse')).total).toBe(3);
  expect(await reconcile()).toEqual([{ engine: 'embedded', missing: 0, ghosts: 0, trouble: null }]);
});

test('totals kept by sync agree with a count of everything', async () => {
  await publish(5);
  await publish(4, { category: 'legal', employmentTypes: ['contract', 'part-time'], remote: 'fully' });
  await sync();
  const [stopped] = (await database.client.execute("select id from jobs where category = 'legal' limit 1")).rows;
  await jobWrites(database.db).stop([String(stopped?.['id'])], NOON);
  await sync(NOON + 1);
  const everything = await search();
  const counted = await search('-zebra');
  expect(everything.total).toBe(8);
  expect(everything.facets).toEqual(counted.facets);
});
