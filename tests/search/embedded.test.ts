import { is, SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { expect, test, vi } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { searchContract } from '#tests/search/contract.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { EVERYTHING } from '#worker/jobs/model/job-query.ts';
import { newId } from '#worker/kernel/random.ts';

searchContract('the embedded engine', async (db) => ({ engine: embeddedEngine(db), feed: embeddedFeed(db), close: async () => {} }));

async function boardOf(titles: readonly string[]) {
  const database = await freshDatabase();
  const employer = await addEmployer(database.db, 'Works');
  const jobs = titles.map((title) => aJob(employer, { title, description: '', category: 'other' }));
  await jobWrites(database.db).publish(jobs);
  await syncSearch({ db: database.db, engines: [embeddedFeed(database.db)], now: () => NOON, owner: newId() });
  const engine = embeddedEngine(database.db);
  const search = async (words: string) => {
    const { rows, corrected } = await engine.search({ query: { ...EVERYTHING, words }, area: null, now: NOON });
    return { titles: rows?.map((job) => job.title).sort(), corrected };
  };
  return { database, engine, jobs, search };
}

test('a slip is corrected from the words of the ads, and said; an ending that differs is another form', async () => {
  const { database, search } = await boardOf(['Engineer', 'Engineering', 'Data analyst', 'Traffic planner', 'Welder']);
  expect(await search('enginer')).toEqual({ titles: ['Engineer', 'Engineering'], corrected: 'engineer' });
  expect(await search('enigneer')).toMatchObject({ corrected: 'engineer' });
  expect(await search('data analist')).toEqual({ titles: ['Data analyst'], corrected: 'data analyst' });
  expect(await search('"traffic planner" -wleder planer')).toMatchObject({ corrected: '"traffic planner" -"wleder" planner' });
  expect(await search('planners')).toEqual({ titles: ['Traffic planner'], corrected: null });
  expect(await search('"enginer"')).toEqual({ titles: [], corrected: null });
  expect(await search('zzzzzzz')).toEqual({ titles: [], corrected: null });
  await database.close();
});

test('a letter left out is likelier than a changed one, even where fewer ads hold that word', async () => {
  const { database, search } = await boardOf(['Electrician', 'Electrical helper', 'Electrical fitter', 'Electrical tester']);
  expect(await search('electrican')).toEqual({ titles: ['Electrician'], corrected: 'electrician' });
  await database.close();
});

test('similar ads share words of the title first, then the category; the ad itself is never among them', async () => {
  const { database, engine, jobs } = await boardOf(['Night nurse', 'Day nurse', 'Gardener', 'Night porter']);
  const [nurse] = (await engine.search({ query: { ...EVERYTHING, words: '"night nurse"' }, area: null, now: NOON })).rows ?? [];
  if (nurse === undefined) throw new Error('the nurse was not found');
  const similar = await engine.similar(nurse, { now: NOON, limit: 3 });
  expect(
    similar
      .map((job) => job.title)
      .slice(0, 2)
      .sort(),
  ).toEqual(['Day nurse', 'Night porter']);
  expect(similar.at(2)?.title).toBe('Gardener');
  expect(similar.map((job) => job.id)).not.toContain(nurse.id);
  expect(await engine.similar(nurse, { now: NOON, limit: 1 })).toHaveLength(1);
  expect(jobs).toHaveLength(4);
  await database.close();
});

test('the same kind of search is the same statements at any time, on any page and around any place: a server plans them once', async () => {
  const { database, engine } = await boardOf(['Night nurse']);
  const asked = vi.spyOn(database.db, 'all');
  const search = async (page: number, lat: number, now: number) => {
    asked.mockClear();
    const area = { kind: 'circle', lat, lng: 18, radiusKm: 25 } as const;
    await engine.search({ query: { ...EVERYTHING, words: 'nurse', posted: '7d', page }, area, now });
    return asked.mock.calls.map(([query]) => (is(query, SQL) ? new SQLiteAsyncDialect().sqlToQuery(query).sql : query));
  };
  expect(await search(1, 59, NOON)).toEqual(await search(3, 48, NOON + 3_600_000));
  await database.close();
});
