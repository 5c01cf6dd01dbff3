import type { Client, Row } from '@libsql/client';

/** What a database already holds. */
export interface SchemaState {
  /** Applied migrations, oldest first; none in an empty database. */
  readonly tags: readonly string[];
  /** A table of another program, where the database is not ours; else null. */
  readonly foreignTable: string | null;
  /** Every view and trigger: in a database of ours, all of them are. */
  readonly rules: readonly { readonly type: 'view' | 'trigger'; readonly name: string }[];
  readonly rulesHash: string | null;
  readonly indexHash: string | null;
  readonly indexTables: readonly string[];
}

/** The table that tells which migrations were applied. */
export const MAKE_MIGRATIONS_TABLE = 'create table if not exists migrations (position integer primary key, tag text not null unique)';

const IS_OURS = "select count(*) as tags from pragma_table_info('migrations') where name = 'tag'";
const OBJECTS = "select type, name from sqlite_master where type in ('table', 'view', 'trigger') order by type, name";

export async function readState(client: Client): Promise<SchemaState> {
  const [ours, objects] = await client.batch([IS_OURS, OBJECTS], 'read');
  const rows = objects?.rows ?? [];
  if (Number(ours?.rows[0]?.['tags']) === 0) return stateOfOther(rows);
  const [tags, noted] = await client.batch(['select tag from migrations order by position', 'select name, value from facts'], 'read');
  const facts = new Map(noted?.rows.map(({ name, value }) => [String(name), String(value)]));
  return {
    tags: tags?.rows.map(({ tag }) => String(tag)) ?? [],
    foreignTable: null,
    rules: rows.flatMap(({ type, name }) => (type === 'view' || type === 'trigger' ? [{ type, name: String(name) }] : [])),
    rulesHash: facts.get('schema_rules') ?? null,
    indexHash: facts.get('search_index') ?? null,
    indexTables:
      facts
        .get('search_index_tables')
        ?.split(' ')
        .filter((name) => name !== '') ?? [],
  };
}

/** A database that no version of the program has made: empty, apart from what servers keep for themselves, or somebody else's. */
function stateOfOther(rows: readonly Row[]): SchemaState {
  const tables = rows.filter(({ type }) => type === 'table').map(({ name }) => String(name));
  const foreignTable = tables.find((name) => !/^(sqlite_|libsql_|_)/.test(name)) ?? null;
  return { tags: [], foreignTable, rules: [], rulesHash: null, indexHash: null, indexTables: [] };
}
