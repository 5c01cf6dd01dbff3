import type { Client, InValue } from '@libsql/client/web';
import { OWN_TABLES, type OwnTable } from '#db/own-tables.ts';
import { hashRecipient } from '#tests/support/mails.ts';
import type { Person } from '#worker/privacy/model/person.ts';

/** A person with a row in every table that a copy is made from. */
export interface FilledPerson extends Person {
  /** Every value that was written, by table and column as SQL calls them: each is a value of its own, and begins with `word`. */
  readonly values: Readonly<Record<string, Readonly<Record<string, InValue>>>>;
}

interface StoredColumn {
  readonly name: string;
  readonly type: string;
}

/** What others hang on, the last first. */
const FIRST = ['posts', 'sign_ups', 'accounts'];

/** Writes one row into each table. `word` is found in all texts of this person, and `from` begins their times and numbers. */
export async function fillEveryTable(
  client: Client,
  { word, from }: { readonly word: string; readonly from: number },
): Promise<FilledPerson> {
  const accountId = `${word}-account`;
  const emailKey = `${word}@mail.example`;
  const person = { accountId, emailKey, recipient: await hashRecipient(emailKey) };
  const keys = { accounts: accountId, posts: `${word} posts id`, employers: await anEmployer(client, word), sign_ups: null };
  const tables = OWN_TABLES.toSorted((a, b) => FIRST.indexOf(b.table) - FIRST.indexOf(a.table));
  const values: Record<string, Readonly<Record<string, InValue>>> = {};
  for (const [index, table] of tables.entries()) {
    const columns = await columnsOf(client, table.table);
    const made = columns.map((column, place) => [
      column.name,
      valueFor(column, { table, word, number: from + index * 100_000 + place * 1000 }),
    ]);
    const row = { ...Object.fromEntries(made), ...(await keysIn(client, table.table, keys)), [table.person.column]: keyOf(table, person) };
    await insert(client, table.table, row);
    values[table.table] = row;
  }
  return { ...person, values };
}

type Keys = Readonly<Record<string, InValue>>;

/** What has to name a row that is there. */
async function keysIn(client: Client, table: string, keys: Keys): Promise<Keys> {
  const { rows } = await client.execute(`select "from" as name, "table" as other from pragma_foreign_key_list('${table}')`);
  const found = rows.flatMap(({ name, other }) => (String(other) in keys ? [[String(name), keys[String(other)] ?? null]] : []));
  return Object.fromEntries(found);
}

async function anEmployer(client: Client, word: string): Promise<number> {
  const { lastInsertRowid } = await client.execute(
    `insert into employers (id, slug, name, name_key, created_at, updated_at) values ('${word}', '${word}', 'An employer', '${word}', 1, 1)`,
  );
  return Number(lastInsertRowid);
}

function keyOf({ person: { by } }: OwnTable, person: Person): string {
  return { account: person.accountId, address: person.emailKey, recipient: person.recipient }[by];
}

function valueFor({ name, type }: StoredColumn, { table, word, number }: { table: OwnTable; word: string; number: number }): InValue {
  const text = `${word} ${table.table} ${name}`;
  const field = table.fields.find(({ column }) => column === name);
  if (field?.is === 'boolean') return 1;
  if (field?.is === 'json') return JSON.stringify(table.table === 'activity' ? { browser: text } : [text]);
  if (type === 'INTEGER') return number;
  return type === 'BLOB' ? new TextEncoder().encode(text) : text;
}

async function columnsOf(client: Client, table: string): Promise<readonly StoredColumn[]> {
  const { rows } = await client.execute(`select name, type from pragma_table_info('${table}')`);
  return rows.map(({ name, type }) => ({ name: String(name), type: String(type).toUpperCase() }));
}

async function insert(client: Client, table: string, row: Readonly<Record<string, InValue>>): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
  await client.execute({ sql, args: Object.values(row) });
}
