import type { Client } from '@libsql/client';

/** What a database already holds. */
export interface SchemaState {
  /** Applied migrations, oldest first; none in an empty database. */
  readonly tags: readonly string[];
  /** Every view and trigger: all of them are ours. */
  readonly rules: readonly { readonly type: 'view' | 'trigger'; readonly name: string }[];
  readonly rulesHash: string | null;
  readonly indexHash: string | null;
  readonly indexTables: readonly string[];
}

const MAKE_TABLE = 'create table if not exists migrations (position integer primary key, tag text not null unique)';

export async function readState(client: Client): Promise<SchemaState> {
  await client.execute(MAKE_TABLE);
  const [tags, objects] = await client.batch(
    [
      'select tag from migrations order by position',
      "select type, name from sqlite_master where type in ('view', 'trigger') or name = 'facts'",
    ],
    'read',
  );
  const names = objects?.rows.map(({ type, name }) => ({ type: String(type), name: String(name) })) ?? [];
  const facts = names.some(({ name }) => name === 'facts') ? await readFacts(client) : new Map<string, string>();
  return {
    tags: tags?.rows.map(({ tag }) => String(tag)) ?? [],
    rules: names.flatMap(({ type, name }) => (type === 'view' || type === 'trigger' ? [{ type, name }] : [])),
    rulesHash: facts.get('schema_rules') ?? null,
    indexHash: facts.get('search_index') ?? null,
    indexTables:
      facts
        .get('search_index_tables')
        ?.split(' ')
        .filter((name) => name !== '') ?? [],
  };
}

async function readFacts(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.execute('select name, value from facts');
  return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
}
