import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'keepword-mapping-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

function mappingFile(mapping: Record<string, unknown>): string {
  const path = join(folder, 'mapping.json');
  writeFileSync(path, JSON.stringify(mapping));
  return path;
}

const SIMPLE = { source: 'Kommun', language: 'sv', key: 'id', title: 'titel', employer: 'firma', description: { from: 'text' } };

async function rows(): Promise<readonly Record<string, unknown>[]> {
  return database.db.all(sql`
    select j.title, j.description, j.language, j.category, j.salary_min as "min", j.salary_max as "max", j.salary_currency as currency, j.posted_at as posted,
      j.valid_through as until, j.reference_id as reference, e.name as employer,
      (select group_concat(name, '; ') from (select name from job_places p where p.job_seq = j.seq order by position)) as places
    from jobs j join employers e on e.seq = j.employer_seq where j.source_id is not null order by j.seq`);
}

test('reads a CSV file with any separator, quoted cells and Windows encoding by a mapping', async () => {
  const text = 'id;titel;firma;text\r\n1;"Sjuksköterska; natt";Vård AB;"Rad ett\r\nRad två"\r\n';
  await importText(database, Buffer.from(text, 'latin1'), { now: NOW, mapping: mappingFile(SIMPLE) });
  expect(await rows()).toMatchObject([
    { title: 'Sjuksköterska; natt', employer: 'Vård AB', description: 'Rad ett\\\nRad två', language: 'sv' },
  ]);
});

test.each([
  [{ ...SIMPLE, titel: 'x' }, 'titel'],
  [{ ...SIMPLE, key: undefined }, 'key'],
  [{ ...SIMPLE, timeZone: 'Mars/Base' }, 'timeZone: is no IANA time zone'],
  [{ ...SIMPLE, category: { from: 'text', values: { Vård: 'helth' } } }, 'category.values.Vård: "helth" is no category of this board'],
  [{ ...SIMPLE, snapshot: '6.8.2024' }, 'snapshot'],
  [{ ...SIMPLE, employer: 'arbetsgivare' }, 'has no column "arbetsgivare"'],
])('names the field of a mapping that is wrong', async (mapping, words) => {
  await expect(importText(database, 'id,titel,firma,text\n1,a,b,c\n', { now: NOW, mapping: mappingFile(mapping) })).rejects.toThrow(words);
});

test('a row with too few or too many cells is reported, the others are taken', async () => {
  const summary = await importText(database, 'id,titel,firma,text\n1,a,b\n2,a,b,c,d\n3,a,b,c\n', {
    now: NOW,
    mapping: mappingFile(SIMPLE),
  });
  expect(summary.problems.map(({ line }) => line)).toEqual([2, 3]);
  expect(await rows()).toHaveLength(1);
});

test.each(['id,titel,firma,text\n1,a,b,c\n2,a,b', 'id,titel,firma,text\n1,a,b,c\n2,a,b,ccc', 'id,titel,firma,text\n1,a,b,c\n2,a,b,"ccc'])(
  'a CSV file that stops within a row has no end: %j',
  async (text) => {
    const summary = await importText(database, text, { now: NOW, mapping: mappingFile(SIMPLE), full: true });
    expect(summary.stopping).toEqual({ kind: 'no-end' });
  },
);

test('rows with one key become one ad: the preferred content, the earliest day, all places', async () => {
  const mapping = mappingFile({
    ...SIMPLE,
    dates: ['M/D/YYYY'],
    posted: 'dag',
    prefer: { column: 'art', order: ['External', 'Internal'] },
    places: { from: 'ort', country: 'US', region: 'US.NY' },
  });
  const text =
    'id,titel,firma,text,dag,art,ort\n1,Inside,b,c,3/1/2026,Internal,Bronx\n1,Outside,b,c,3/5/2026,External,Corona\n1,Third,b,c,3/9/2026,Internal,Bronx\n';
  const summary = await importText(database, text, { now: NOW, mapping });
  expect(summary).toMatchObject({ created: 1, duplicates: 2 });
  expect(await rows()).toEqual([expect.objectContaining({ title: 'Outside', posted: Date.UTC(2026, 2, 1), places: 'Corona; The Bronx' })]);
});

test('the dates of an old snapshot move once, by the days to the first import', async () => {
  const mapping = mappingFile({
    ...SIMPLE,
    snapshot: '2026-11-12',
    timeZone: 'America/New_York',
    dates: ['M/D/YYYY'],
    posted: 'dag',
    until: 'slut',
  });
  const text = 'id,titel,firma,text,dag,slut\n1,a,b,c,10/20/2026,11/13/2026\n';
  await importText(database, text, { now: NOW, mapping });
  const moved = { posted: Date.UTC(2026, 9, 30, 4), until: Date.UTC(2026, 10, 24, 5) - 1 };
  expect(await rows()).toMatchObject([moved]);
  expect(await importText(database, text, { now: NOW + 3 * DAY, mapping })).toMatchObject({ unchanged: 1 });
  expect(await rows()).toMatchObject([moved]);
  expect(await database.db.all(sql`select dates_moved_days as days from public_jobs`)).toEqual([{ days: 10 }]);
});

const NYC = new URL('../../../shared/data/nyc-jobs.csv', import.meta.url);
if (!existsSync(NYC)) console.info(`The NYC file is not at ${NYC.pathname}: its test is skipped.`);

test.skipIf(!existsSync(NYC))('imports the NYC file as a person would', { timeout: 60_000 }, async () => {
  const file = readFileSync(NYC);
  expect(await importText(database, file, { now: NOW })).toMatchObject({
    rows: 3200,
    created: 2256,
    duplicates: 944,
    refused: 0,
    isComplete: true,
  });
  const jobs = await rows();
  const bronx = new Set(
    file
      .toString()
      .split('\n')
      .filter((line) => /bronx/i.test(line.replace(/^\d+,BRONX DISTRICT ATTORNEY/, '')))
      .map((line) => line.split(',')[0]),
  );
  expect(jobs.filter(({ places }) => String(places).includes('The Bronx')).length).toBeGreaterThanOrEqual(100);
  expect(bronx.size).toBeGreaterThanOrEqual(100);
  expect(jobs.find(({ reference }) => reference === '642893')).toMatchObject({
    title: 'City Custodial Assistant, Bureau of Operations',
    employer: 'Department of Health and Mental Hygiene',
    min: 3_525_200,
    max: 4_882_000,
    currency: 'USD',
    posted: Date.UTC(2024, 6, 24, 4) + 838 * DAY + 3_600_000,
    category: 'health',
  });
  expect(jobs.find(({ reference }) => reference === '640147')).toMatchObject({ title: 'Settlement Officer', category: 'legal' });
  expect(jobs.find(({ reference }) => reference === '581014')).toMatchObject({ title: 'SCADA Support Specialist' });
  expect(jobs.filter(({ title }) => !/\p{Ll}/u.test(String(title)))).toEqual([]);
  expect(jobs.every(({ description }) => String(description).includes('built from its fields'))).toBe(true);
  expect(await importText(database, file, { now: NOW + DAY, full: true })).toMatchObject({
    created: 0,
    changed: 0,
    unchanged: 2256,
    stopping: { kind: 'stopped', count: 0 },
  });
});
