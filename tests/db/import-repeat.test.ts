import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';

const FIRST = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** Ads with these keys, one JSON object a line. */
function feed(keys: readonly string[], description = 'Work.'): string {
  return `${keys
    .map((key) =>
      JSON.stringify({
        '@type': 'JobPosting',
        title: `Job ${key}`,
        description,
        identifier: key,
        hiringOrganization: 'Firm',
        datePosted: '2026-11-01',
        jobLocation: 'Stockholm',
      }),
    )
    .join('\n')}\n`;
}

const TEN = Array.from({ length: 10 }, (_, at) => `k${at}`);

async function state() {
  return database.db.all<{ key: string; status: string; updated: number; carried: number; published: number }>(
    sql`select source_key as key, status, updated_at as updated, carried_at as carried, published_at as published from jobs where source_id is not null order by source_key`,
  );
}

async function outbox(): Promise<number> {
  const [row] = await database.db.all<{ count: number }>(sql`select count(*) as count from search_outbox`);
  return row?.count ?? -1;
}

async function emptyOutbox(): Promise<void> {
  await database.db.run(sql`delete from search_outbox`);
}

test('a second import of the same feed changes nothing but the day on which it was carried', async () => {
  expect(await importText(database, feed(TEN), { now: FIRST, source: 'firm' })).toMatchObject({ created: 10, changed: 0, unchanged: 0 });
  expect(await outbox()).toBe(10);
  await emptyOutbox();
  expect(await importText(database, feed(TEN), { now: FIRST + DAY, source: 'firm', full: true })).toMatchObject({
    created: 0,
    changed: 0,
    unchanged: 10,
    stopping: { count: 0 },
  });
  expect(await outbox()).toBe(0);
  for (const job of await state()) expect(job).toMatchObject({ updated: FIRST, carried: FIRST + DAY });
});

test('an ad keeps its day of posting, whatever day its source names later', async () => {
  await importText(database, feed(['k0']), { now: FIRST, source: 'firm' });
  const renewed = feed(['k0'], 'Other work.').replace('2026-11-01', '2026-11-20');
  expect(await importText(database, renewed, { now: FIRST + DAY, source: 'firm' })).toMatchObject({ changed: 1 });
  const [job] = await database.db.all<{ posted: number }>(sql`select posted_at as posted from jobs where source_id is not null`);
  expect(new Date(job?.posted ?? 0).toISOString()).toBe('2026-10-31T23:00:00.000Z');
});

test('a changed ad is changed in its place and keeps the day on which it was published', async () => {
  await importText(database, feed(TEN), { now: FIRST, source: 'firm' });
  await emptyOutbox();
  const changed = feed(['k0'], 'Other work.') + feed(TEN.slice(1));
  expect(await importText(database, changed, { now: FIRST + DAY, source: 'firm' })).toMatchObject({ created: 0, changed: 1, unchanged: 9 });
  expect((await state())[0]).toMatchObject({ updated: FIRST + DAY, published: FIRST });
  expect(await outbox()).toBe(1);
  const places = await database.db.all(sql`select count(*) as count from job_places`);
  expect(places).toEqual([{ count: 10 }]);
});

test('a feed that renews the day of posting with every import renews nothing', async () => {
  await importText(database, feed(TEN), { now: FIRST, source: 'firm' });
  await emptyOutbox();
  const renewed = feed(TEN).replaceAll('2026-11-01', '2026-11-22');
  expect(await importText(database, renewed, { now: FIRST + DAY, source: 'firm' })).toMatchObject({ changed: 0, unchanged: 10 });
  expect(await outbox()).toBe(0);
});

test('the same key of another source is another ad', async () => {
  await importText(database, feed(['a']), { now: FIRST, source: 'one' });
  await importText(database, feed(['a']), { now: FIRST, source: 'two' });
  expect(await state()).toHaveLength(2);
  const employers = await database.db.all<{ slug: string }>(sql`select slug from employers where source_id is not null`);
  expect(new Set(employers.map(({ slug }) => slug)).size).toBe(2);
});

test('only a full import stops what the source no longer carries, and what is carried again is published again', async () => {
  await importText(database, feed(TEN), { now: FIRST, source: 'firm' });
  await importText(database, feed(['other']), { now: FIRST, source: 'other' });
  await importText(database, feed(TEN.slice(1)), { now: FIRST + DAY, source: 'firm' });
  expect((await state()).every(({ status }) => status === 'published')).toBe(true);
  expect(await importText(database, feed(TEN.slice(1)), { now: FIRST + 2 * DAY, source: 'firm', full: true })).toMatchObject({
    stopping: { kind: 'stopped', count: 1 },
  });
  expect((await state()).filter(({ status }) => status === 'stopped').map(({ key }) => key)).toEqual(['k0']);
  expect(await importText(database, feed(TEN), { now: FIRST + 3 * DAY, source: 'firm' })).toMatchObject({ changed: 1, unchanged: 9 });
  expect((await state()).find(({ key }) => key === 'k0')).toMatchObject({ status: 'published', published: FIRST });
});

test('an ad that was stopped otherwise stays stopped though the source carries it', async () => {
  await importText(database, feed(['a']), { now: FIRST, source: 'firm' });
  await database.db.run(sql`update jobs set status = 'stopped', stopped_at = ${FIRST} where source_key = 'a'`);
  await importText(database, feed(['a'], 'Other work.'), { now: FIRST + DAY, source: 'firm' });
  expect(await state()).toMatchObject([{ status: 'stopped' }]);
});

test('more than a fifth at once is stopped only with --yes', async () => {
  await importText(database, feed(TEN), { now: FIRST, source: 'firm' });
  const refused = await importText(database, feed(TEN.slice(3)), { now: FIRST + DAY, source: 'firm', full: true });
  expect(refused.stopping).toEqual({ kind: 'too-many', missing: 3, published: 10 });
  expect((await state()).every(({ status }) => status === 'published')).toBe(true);
  const done = await importText(database, feed(TEN.slice(3)), { now: FIRST + 2 * DAY, source: 'firm', full: true, yes: true });
  expect(done.stopping).toEqual({ kind: 'stopped', count: 3 });
});

test.each([
  ['JSON lines', feed(TEN).slice(0, -20)],
  ['a JSON array', `[${feed(TEN).trim().split('\n').join(',')}`],
  ['gzipped JSON lines', gzipSync(feed([...TEN, ...Array.from({ length: 3_000 }, () => crypto.randomUUID())])).subarray(0, -200)],
  [
    'XML',
    `<source><publisher>x</publisher>${TEN.map((key) => `<job><title>Job ${key}</title><company>Firm</company><referencenumber>${key}</referencenumber><description>Work.</description></job>`).join('')}<job><ti`,
  ],
  ['a page', `<html><script type="application/ld+json">[${feed(TEN).trim().split('\n').join(',')}]</script><bo`],
])('%s without its end stops nothing, even with --yes', async (_, content) => {
  await importText(database, feed(['gone', ...TEN]), { now: FIRST, source: 'firm' });
  const summary = await importText(database, content, { now: FIRST + DAY, source: 'firm', full: true, yes: true });
  expect(summary).toMatchObject({ isComplete: false, stopping: { kind: 'no-end' } });
  expect((await state()).filter(({ status }) => status === 'stopped')).toEqual([]);
});

test('an ad whose row is bad today is still carried', async () => {
  await importText(database, feed(TEN), { now: FIRST, source: 'firm' });
  const withBadRow = feed(['k0'], ' ') + feed(TEN.slice(1));
  expect(await importText(database, withBadRow, { now: FIRST + DAY, source: 'firm', full: true })).toMatchObject({
    refused: 1,
    stopping: { count: 0 },
  });
});
