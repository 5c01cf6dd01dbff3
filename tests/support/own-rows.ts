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

const FIRST = ['accounts', 'sign_ups'];

/** Writes one row into each table. `word` is found in all texts of this person, and `from` begins their times and numbers. */
export async function fillEveryTable(
  client: Client,
  { word, from }: { readonly word: string; readonly from: number },
): Promise<FilledPerson> {
  const accountId = `${word}-account`;
  const emailKey = `${word}@mail.example`;
  const person = { accountId, emailKey, recipient: await hashRecipient(emailKey) };
  const tables = OWN_TABLES.toSorted((a, b) => FIRST.indexOf(b.table) - FIRST.indexOf(a.table));
  const values: Record<string, Readonly<Record<string, InValue>>> = {};
  for (const [index, table] of tables.entries()) {
    const columns = await columnsOf(client, table.table);
    const made = columns.map((column, place) => [
      column.name,
      valueFor(column, { table, word, number: from + index * 100_000 + place * 1000 }),
    ]);
    const row = { ...Object.fromEntries(made), ...keysIn(columns, person), [table.person.column]: keyOf(table, person) };
    await insert(client, table.table, row);
    values[table.table] = row;
  }
  return { ...person, values };
}

/** What has to name a row that is there. */
function keysIn(columns: readonly StoredColumn[], { accountId }: Person): Readonly<Record<string, InValue>> {
  const keys = { account_id: accountId, sign_up_id: null };
  return Object.fromEntries(Object.entries(keys).filter(([key]) => columns.some(({ name }) => name === key)));
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
