import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_MAP, type MappedTable, personalWords } from '#db/data-map.ts';
import { dataMapProblems } from '#db/data-map-problems.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import { PURPOSES } from '#worker/promises/model/purposes.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const namesOf = async (sql: string) => (await fresh.client.execute(sql)).rows.map(({ name }) => String(name));

test(
  'every table and column of the database has its entry, and no entry is of something that is not there',
  proves('purposes-closed-list'),
  async () => {
    const tables = await namesOf("select name from sqlite_master where type = 'table' order by name");
    expect(Object.keys(DATA_MAP).toSorted()).toEqual(tables);
    for (const table of tables) {
      const columns = await namesOf(`select name from pragma_table_xinfo('${table}')`);
      expect(Object.keys(DATA_MAP[table]?.columns ?? {}).toSorted(), table).toEqual(columns.toSorted());
    }
  },
);

test('every table has a purpose that is in use and stands in the closed list', proves('purposes-closed-list'), () => {
  for (const [table, { purpose }] of Object.entries(DATA_MAP)) {
    expect(PURPOSES.find(({ id }) => id === purpose)?.state, `${table} is kept for ${purpose}`).toBe('now');
  }
});

test('every field with somebody’s data ends by a rule, and the policy says the same of it', proves('purposes-closed-list'), () => {
  const policy = policyOf(board);
  expect(dataMapProblems(policy)).toEqual([]);
  expect(dataMapProblems({ ...policy, retention: policy.retention.filter(({ id }) => id !== 'consent-records') })).toContain(
    'db/data-map.ts: consent_records.subject is to end by the rule "consent-records", which does not exist.',
  );
  const unsaid = policy.dataCategories.filter(({ id }) => id !== 'ad-contacts');
  expect(dataMapProblems({ ...policy, dataCategories: unsaid })).toEqual([
    'db/data-map.ts: job_contacts.value belongs to "ad-contacts", which the policy does not name.',
  ]);
  const otherwise = policy.dataCategories.map((one) => (one.id === 'ad-contacts' ? { ...one, purposes: [] } : one));
  expect(dataMapProblems({ ...policy, dataCategories: otherwise })).toEqual([
    'db/data-map.ts: job_contacts.value is used for "publish-jobs", but the policy does not say so of "ad-contacts".',
  ]);
});

test('what cannot be overwritten before it is deleted is unique, and nothing else is left', async () => {
  const tables: readonly MappedTable[] = [
    'jobs',
    'jobPlaces',
    'jobContacts',
    'employers',
    'consentRecords',
    'signUps',
    'addressChanges',
    'objections',
  ];
  expect(
    Object.fromEntries(
      tables.map((table) => [
        table,
        personalWords(table)
          .map(({ column, isUnique }) => (isUnique ? `${column} at random` : column))
          .toSorted(),
      ]),
    ),
  ).toEqual({
    jobs: ['apply_url', 'description', 'details', 'reference_id', 'slug', 'title'],
    jobPlaces: ['postal_code', 'street'],
    jobContacts: ['value'],
    employers: ['about', 'name', 'name_key at random', 'slug at random', 'verified_domain', 'website'],
    consentRecords: ['act', 'country', 'granted', 'method', 'previous_id', 'refused', 'subject', 'surface'],
    signUps: ['email', 'email_key at random', 'language', 'password_hash', 'role'],
    addressChanges: ['before', 'new_email', 'new_email_key', 'old_email'],
    objections: ['purpose', 'reason'],
  });
  for (const [table, column] of [
    ['employers', 'slug'],
    ['employers', 'name_key'],
    ['consent_records', 'id'],
    ['consent_records', 'act_key'],
  ]) {
    const unique = await namesOf(
      `select c.name from pragma_index_list('${table}') as i join pragma_index_info(i.name) as c where i."unique" = 1 and c.name = '${column}'`,
    );
    expect(unique.length, `${table}.${column}`).toBeGreaterThan(0);
  }
});
