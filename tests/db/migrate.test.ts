import { readFile } from 'node:fs/promises';
import type { Client } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { applySchema, type Schema } from '#db/migration/apply-schema.ts';
import { readMigrations } from '#db/migration/migrations.ts';
import { readSchemaObjects, type SchemaObjects } from '#db/migration/schema-objects.ts';
import { statementsOf } from '#db/migration/statements.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

const migrations = await readMigrations();
const objects = await readSchemaObjects();
const NO_OBJECTS: SchemaObjects = { rules: [], index: [], rulesHash: 'none', indexHash: 'none' };

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await emptyDatabase();
});
afterEach(() => fresh.close());

/** Everything that stands in a database, as its SQL. */
async function schemaOf(client: Client): Promise<readonly unknown[]> {
  const { rows } = await client.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by type, name");
  return rows.map(({ type, name, sql }) => ({ type, name, sql }));
}

async function current(): Promise<readonly unknown[]> {
  const made = await freshDatabase();
  const schema = await schemaOf(made.client);
  await made.close();
  return schema;
}

/** Makes the database of an earlier version, with the rows that it held. */
async function makeEarlier(version: number): Promise<void> {
  await applySchema(fresh.client, { migrations: migrations.slice(0, version), objects: NO_OBJECTS });
  const rows = await readFile(new URL(`earlier/${migrations[version - 1]?.tag}.sql`, import.meta.url), 'utf8');
  await fresh.client.batch([...statementsOf(rows)], 'write');
}

/** This version with one more step of the tables. */
function nextVersion(...statements: readonly string[]): Schema {
  return { migrations: [...migrations, { tag: 'the_next', statements }], objects };
}

const value = async (sql: string) => Object.values((await fresh.client.execute(sql)).rows[0] ?? {})[0];

test('an empty database is made whole, and a second time changes nothing', async () => {
  expect(await migrate(fresh.client)).toEqual({ applied: migrations.length });
  expect(await schemaOf(fresh.client)).toEqual(await current());
  expect(await migrate(fresh.client)).toEqual({ applied: 0 });
});

test.each(migrations.map(({ tag }, position) => [tag, position + 1] as const))(
  'a database of version %s keeps its rows and becomes like a new one',
  async (_tag, version) => {
    await makeEarlier(version);
    expect(await migrate(fresh.client)).toEqual({ applied: migrations.length - version });
    expect(await schemaOf(fresh.client)).toEqual(await current());
    expect((await publicJobsRepository(fresh.db).find('j1', 1000))?.places[0]?.name).toBe('Malmö');
    expect(await value("select count(*) from job_contacts where value = 'ward@hospital.example'")).toBe(1);
    expect(await value("select value from facts where name = 'state'")).toBe('live');
  },
);

test('a table can be rebuilt under its view and triggers, and nothing that hangs on it is lost', async () => {
  await makeEarlier(migrations.length);
  await migrate(fresh.client);
  const sql = String(await value("select sql from sqlite_master where name = 'employers'"));
  await applySchema(
    fresh.client,
    nextVersion(
      'PRAGMA foreign_keys=OFF;',
      sql.replace('`employers`', '`__new_employers`').replaceAll('"employers".', '"__new_employers".'),
      'insert into __new_employers select * from employers',
      'drop table employers',
      'alter table __new_employers rename to employers',
      'PRAGMA foreign_keys=ON;',
    ),
  );
  expect((await publicJobsRepository(fresh.db).find('j1', 1000))?.employer.name).toBe('Hospital');
  await fresh.client.execute("update employers set status = 'suspended'");
  expect(await value('select erases from search_outbox')).toBe(1);
});

test('a step that fails leaves everything as it was', async () => {
  await migrate(fresh.client);
  await expect(applySchema(fresh.client, nextVersion('create table extra (a)', 'this is no SQL'))).rejects.toThrow();
  expect(await schemaOf(fresh.client)).toEqual(await current());
  expect(await migrate(fresh.client)).toEqual({ applied: 0 });
});

test('a database of a newer version is refused in one sentence and left alone', async () => {
  await applySchema(fresh.client, nextVersion('create table extra (a)'));
  await expect(migrate(fresh.client)).rejects.toThrow(
    /^This database was made by a newer version of the program \(it has step the_next\): [^.]+\.$/,
  );
  expect(await value("select count(*) from sqlite_master where name = 'extra'")).toBe(1);
});

test.each(['create table orders (a)', 'create table migrations (version text)'])(
  'a database of another program is refused and left alone: %s',
  async (sql) => {
    await fresh.client.batch([sql, 'create view theirs as select 1'], 'write');
    await expect(migrate(fresh.client)).rejects.toThrow(/^This database holds tables of another program \(\w+\): choose an empty one\.$/);
    expect(await value('select count(*) from sqlite_master')).toBe(2);
  },
);

test('what a server keeps in a database for itself is no hindrance', async () => {
  await fresh.client.execute('create table libsql_wasm_func_table (name text)');
  expect(await migrate(fresh.client)).toEqual({ applied: migrations.length });
});

test('views and triggers that no file holds any more disappear, changed ones are renewed', async () => {
  const rules = ['create view public_jobs as select 1 as old', 'create view forgotten as select 1'];
  await applySchema(fresh.client, { migrations, objects: { ...objects, rules, rulesHash: 'old' } });
  expect(await migrate(fresh.client)).toEqual({ applied: 0 });
  expect(await schemaOf(fresh.client)).toEqual(await current());
});

test('the search index keeps its rows as long as its SQL is the same', async () => {
  await applySchema(fresh.client, withIndex('first', 'create virtual table words using fts5(text)'));
  await fresh.client.batch(
    [
      "insert into words (text) values ('nurse')",
      "insert into search_cursors (engine, seq, time_reached) values ('embedded', 7, 7), ('meilisearch', 7, 7)",
    ],
    'write',
  );
  await applySchema(fresh.client, {
    ...withIndex('first', 'create virtual table words using fts5(text)'),
    migrations: nextVersion('create table extra (a)').migrations,
  });
  expect(await value("select count(*) from words where words match 'nurse'")).toBe(1);
  expect(await value('select count(*) from search_cursors')).toBe(2);
});

test('a changed search index starts empty, its old tables go, and its engine begins anew', async () => {
  await applySchema(fresh.client, withIndex('first', 'create virtual table words using fts5(text)'));
  await fresh.client.execute("insert into search_cursors (engine, seq, time_reached) values ('embedded', 7, 7), ('meilisearch', 7, 7)");
  await applySchema(fresh.client, withIndex('second', 'create virtual table terms using fts5(text, title)'));
  expect(await value("select count(*) from sqlite_master where name like 'words%'")).toBe(0);
  expect(await value('select count(*) from terms')).toBe(0);
  expect(await value('select group_concat(engine) from search_cursors')).toBe('meilisearch');
});

function withIndex(indexHash: string, ...index: readonly string[]): Schema {
  return { migrations, objects: { ...objects, index: [...objects.index, ...index], indexHash } };
}

test('of two migrations at once one wins and neither harms', async () => {
  const outcomes = await Promise.allSettled([migrate(fresh.client), migrate(fresh.client)]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await schemaOf(fresh.client)).toEqual(await current());
});
