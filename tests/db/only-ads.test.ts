import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';
import { proves } from '#tests/support/proves.ts';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** A network's page about a person, as search engines read it, beside an ad. */
const PAGE = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Person',
      name: 'Zyzzyva Quillfeather',
      jobTitle: 'Nurse',
      email: 'zq@quill.example',
      alumniOf: 'Lund',
      birthDate: '1990-02-03',
    },
    { '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Zyzzyva Quillfeather', knowsLanguage: 'sv' } },
    {
      '@type': 'JobPosting',
      title: 'Nurse',
      description: 'Care for people.',
      identifier: 'N-1',
      datePosted: '2026-11-20',
      hiringOrganization: { '@type': 'Organization', name: 'Vård AB' },
      url: 'https://vard.example/1',
    },
  ],
};

test('of a page about a person and an ad, the ad alone is taken', proves('only-ads-imported'), async () => {
  const summary = await importText(database, JSON.stringify(PAGE), { now: Date.UTC(2026, 10, 22), source: 'network' });
  expect(summary.created).toBe(1);
  expect(JSON.stringify(await everyRow())).not.toMatch(/quillfeather|quill\.example|1990-02-03/i);
});

const PREFERENCE = /promot|boost|sponsor|featur|premium|paid|priorit|highlight|bid|budget|score|rank|weight/i;

test('nothing that is kept of ads and employers could prefer one ad to another', proves('ranking-unpaid'), async () => {
  const tables = await database.client.execute(
    "select name from sqlite_master where type in ('table', 'view') and (name like '%job%' or name like '%employer%')",
  );
  const columns = await Promise.all(
    tables.rows.map(async ({ name }) =>
      (await database.client.execute(`select name from pragma_table_info('${name}')`)).rows.map((row) => `${name}.${row['name']}`),
    ),
  );
  expect(columns.flat()).toEqual(expect.arrayContaining(['jobs.title', 'job_search.pay', 'public_jobs.title', 'employers.name']));
  expect(columns.flat().filter((column) => PREFERENCE.test(column))).toEqual([]);
});

async function everyRow(): Promise<readonly unknown[]> {
  const tables = await database.client.execute("select name from sqlite_master where type = 'table' and sql not like 'create virtual%'");
  return Promise.all(tables.rows.map(async ({ name }) => (await database.client.execute(`select * from "${name}"`)).rows));
}
