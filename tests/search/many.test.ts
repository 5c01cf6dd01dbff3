import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { matchWords } from '#search/embedded/match.ts';
import { syncSearch } from '#search/sync.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { board } from '#worker/board/model/this-board.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';
import { newId } from '#worker/kernel/random.ts';

/** More than are counted one by one; every 50th says it in the title, every fourth is a legal one, every second in Malmö, the others far away. */
const MANY = 32_000;
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  const employer = await addEmployer(database.db, 'Ward');
  await jobWrites(database.db).publish([aJob(employer, { title: 'Clerk', description: 'Forms', category: 'health' })]);
  const columns =
    'slug, kind, status, language, employer_seq, employment_types, skills, remote_countries, published_at, carried_at, apply_by, created_at, updated_at';
  await database.db.run(
    sql.raw(`
    insert into jobs (id, title, description, category, posted_at, ${columns})
    select substr(id, 1, 10) || printf('%010d', i), iif(i % 50 = 0, 'Typist', 'Clerk'), 'A typist with forms', iif(i % 4 = 0, 'legal', 'health'), posted_at - i * 60000, ${columns}
    from jobs cross join (with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MANY}) select i from n)`),
  );
  await database.db.run(
    sql.raw(`
    insert into job_places (job_seq, position, name, country, lat, lng)
    select seq, 0, 'Town', 'SE', iif(seq % 2 = 0, 55.6, 65.0), 13.0 from jobs where seq not in (select job_seq from job_places)`),
  );
  await syncSearch({ db: database.db, engines: [embeddedFeed(database.db)], now: () => NOON, owner: newId() });
}, 120_000);
afterAll(() => database.close());

const ask = (search: string, area: Parameters<ReturnType<typeof embeddedEngine>['search']>[0]['area'] = null) =>
  embeddedEngine(database.db).search({ query: parseJobQuery(new URLSearchParams(search), board).query, area, now: NOON });

test('of very many matches the total is exact, and facet counts are near', async () => {
  const answer = await ask('q=typist');
  expect(answer).toMatchObject({ total: MANY, about: true });
  const legal = answer.facets.category?.find(({ value }) => value === 'legal')?.count ?? 0;
  expect(Math.abs(legal - MANY / 4)).toBeLessThan(MANY * 0.04);
});

test('of very many matches those with the word in the title come first; paging goes on through the others without a repeat', async () => {
  const first = await ask('q=typist');
  expect(first.rows?.map((job) => job.title)).toEqual(Array.from({ length: 20 }, () => 'Typist'));
  const seen = new Set<string>();
  for (const page of [1, 31, 32, 33, 34, 50]) for (const id of (await ask(`q=typist&page=${page}`)).ids) seen.add(id);
  expect(seen.size).toBe(120);
  expect((await ask('q=typist&page=32')).rows?.at(-1)?.title).toBe('Typist');
  expect((await ask('q=typist&page=33')).rows?.[0]?.title).toBe('Clerk');
});

test('of very many ads in the cells of a circle the estimate leaves out those beyond it', async () => {
  const near = { kind: 'circle' as const, lat: 55.6, lng: 13, radiusKm: 400 };
  const answer = await ask('', near);
  expect(answer.ids).toHaveLength(20);
  expect(answer.rows?.every((job) => job.places[0]?.lat === 55.6)).toBe(true);
  expect(Math.abs(answer.total - MANY / 2)).toBeLessThan(MANY * 0.06);
});

test('phrases and what is left out hold among very many too', async () => {
  expect((await ask('q=%22typist+with%22+-clerk')).total).toBe(MANY / 50);
  expect((await ask('q=%22a+typist%22+forms')).rows?.every((job) => job.description.includes('A typist'))).toBe(true);
  expect((await ask('q=typ')).total).toBe(MANY);
});

test('every reading of any words is an expression that the index takes', async () => {
  const typed = fc.string({ unit: fc.constantFrom('typist', 'forms', ' ', '"', '-', 'a', 'é', 'C++', 'the', '*'), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const wording = matchWords(parseWords(text));
      if (wording === null) return;
      for (const expression of [wording.expression, wording.complete, wording.inTitle, ...wording.parts.map((part) => part.weighed)]) {
        await expect(database.db.all(sql`select rowid from jobs_fts where jobs_fts match ${expression} limit 1`)).resolves.toBeDefined();
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
