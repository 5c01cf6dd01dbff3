import type { Client, InStatement } from '@libsql/client';
import type { Migration } from '#db/migration/migrations.ts';
import { type SchemaObjects, tablesOf } from '#db/migration/schema-objects.ts';
import { MAKE_MIGRATIONS_TABLE, readState, type SchemaState } from '#db/migration/schema-state.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** All SQL that makes a database of one version of the program. */
export interface Schema {
  readonly migrations: readonly Migration[];
  readonly objects: SchemaObjects;
}

/** Brings a database to this schema in one atomic batch: all of it, or nothing. */
export async function applySchema(client: Client, { migrations, objects }: Schema): Promise<{ readonly applied: number }> {
  const state = await readState(client);
  refuseForeign(state);
  refuseNewer(migrations, state);
  const pending = migrations.slice(state.tags.length);
  if (pending.length === 0 && state.rulesHash === objects.rulesHash && state.indexHash === objects.indexHash) return { applied: 0 };
  await client.migrate([
    MAKE_MIGRATIONS_TABLE,
    ...dropRules(state),
    ...pending.flatMap(({ tag, statements }) => [...statements, recordMigration(tag)]),
    ...renewIndex(objects, state),
    ...objects.rules,
    setFact('schema_rules', objects.rulesHash),
  ]);
  return { applied: pending.length };
}

function refuseForeign({ foreignTable }: SchemaState): void {
  if (foreignTable === null) return;
  throw new DomainError('conflict', `This database holds tables of another program (${foreignTable}): choose an empty one.`);
}

function refuseNewer(migrations: readonly Migration[], state: SchemaState): void {
  const unknown = state.tags.find((tag, position) => migrations[position]?.tag !== tag);
  if (unknown === undefined) return;
  throw new DomainError(
    'conflict',
    `This database was made by a newer version of the program (it has step ${unknown}): update the program, or choose another database.`,
  );
}

/** Drizzle rebuilds a table by create, drop and rename, which fails under a view and loses triggers: all of them go first. */
function dropRules(state: SchemaState): readonly InStatement[] {
  return state.rules.map(({ type, name }) => `drop ${type} if exists "${name}"`);
}

/** A changed search index starts empty; without its cursor, sync fills it from the beginning. */
function renewIndex(objects: SchemaObjects, state: SchemaState): readonly InStatement[] {
  if (state.indexHash === objects.indexHash) return [];
  return [
    ...state.indexTables.toReversed().map((name) => `drop table if exists "${name}"`),
    ...objects.index,
    "delete from search_cursors where engine = 'embedded'",
    setFact('search_index_tables', tablesOf(objects.index).join(' ')),
    setFact('search_index', objects.indexHash),
  ];
}

/** The primary key makes the loser of two migrations at once fail as a whole. */
function recordMigration(tag: string): InStatement {
  return { sql: 'insert into migrations (tag) values (?)', args: [tag] };
}

function setFact(name: string, value: string): InStatement {
  return {
    sql: 'insert into facts (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    args: [name, value],
  };
}
