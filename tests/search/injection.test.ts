import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import type { JobSearchEngine, SearchPlan } from '#search/engine.ts';
import { applySetup } from '#search/meilisearch/apply-setup.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { quoted } from '#search/meilisearch/filter.ts';
import { syncSearch } from '#search/sync.ts';
import { emptyIndex, meilisearchForTests } from '#tests/search/meilisearch-server.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { EVERYTHING } from '#worker/jobs/model/job-query.ts';
import { newId } from '#worker/kernel/random.ts';

const server = meilisearchForTests();
const engines: JobSearchEngine[] = [];
let database: Awaited<ReturnType<typeof freshDatabase>>;
let secret: string;

beforeAll(async () => {
  database = await freshDatabase();
  const employer = await addEmployer(database.db, 'Ward');
  const hidden = aJob(employer, { title: 'Hidden nurse', category: 'legal' });
  secret = hidden.id;
  await jobWrites(database.db).publish([aJob(employer, { title: 'Nurse', category: 'health' }), hidden]);
  const feeds = [embeddedFeed(database.db)];
  engines.push(embeddedEngine(database.db));
  if (server !== null) {
    const { searchKey, syncKey } = await applySetup(server);
    await emptyIndex(server);
    feeds.push(meilisearchFeed({ url: server.url, syncKey }, database.db));
    engines.push(meilisearchEngine({ url: server.url, searchKey }, { db: database.db, timeout: 5_000 }));
  }
  await syncSearch({ db: database.db, engines: feeds, now: () => NOON, owner: newId() });
}, 60_000);

afterAll(async () => {
  if (server !== null) await emptyIndex(server);
  await database.close();
});

const pieces = fc.constantFrom(
  ...[
    '"',
    "'",
    '\\',
    '*',
    '-',
    '(',
    ')',
    '{',
    '}',
    ':',
    '^',
    '+',
    ' ',
    ' OR ',
    ' AND ',
    ' NOT ',
    'NEAR(',
    'title:',
    'nurse',
    'facets:',
    '""',
    '\u0000',
    '\uE000',
    '\uE000clegal',
  ],
  ...[
    '" OR category = "legal',
    '\\" OR id EXISTS OR category = "',
    'legal',
    '\\u{22}',
    '\n',
    ' TO ',
    'IN [',
    ']',
    ' EXISTS',
    '; drop table jobs',
    '--',
    '$1',
    '?',
    '%',
    '_',
  ],
);
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: pieces, maxLength: 8 }));
const plan = (query: Partial<SearchPlan['query']>): SearchPlan => ({ query: { ...EVERYTHING, ...query }, area: null, now: NOON });

test('no words reach beyond a filter, and none are an error', async () => {
  const asked = fc.asyncProperty(anything, async (words) => {
    for (const engine of engines) expect((await engine.search(plan({ words, category: ['health'] }))).ids).not.toContain(secret);
  });
  await fc.assert(asked, { numRuns: 300 });
}, 60_000);

test('no value of a filter reaches beyond itself or beyond another filter', async () => {
  const asked = fc.asyncProperty(anything, async (value) => {
    const region = { kind: 'region' as const, code: value };
    const queries = [{ employer: [value] }, { language: [value] }, { country: [value] }, { remote: value }, { employer: [value, 'x'] }].map(
      (query) => plan({ ...query, category: ['health'] }),
    );
    for (const engine of engines) {
      for (const query of [...queries, { ...plan({ category: ['health'] }), area: region }])
        expect((await engine.search(query)).ids).not.toContain(secret);
    }
  });
  await fc.assert(asked, { numRuns: 60 });
}, 120_000);

test('a quoted value holds the value and ends where it ends', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const inside = quoted(value).slice(1, -1);
      expect(inside.replace(/\\(["\\])/g, '$1')).toBe(value);
      expect(inside.replace(/\\["\\]/g, '')).not.toMatch(/["\\]/);
    }),
    { numRuns: 1000 },
  );
});
