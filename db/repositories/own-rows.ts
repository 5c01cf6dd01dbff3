import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type MappedField, OWN_TABLES, type OwnTable } from '#db/own-tables.ts';
import type { OwnRow, OwnTableRows, OwnValue } from '#worker/privacy/model/own-data.ts';
import type { Person } from '#worker/privacy/model/person.ts';

type StoredRow = Readonly<Record<string, string | number | null>>;

export type OwnRowsRepository = ReturnType<typeof ownRowsRepository>;

/** What is kept about one account holder, as the data map says where it lies. */
export function ownRowsRepository(db: Database) {
  return {
    /** All of it, as it is at one moment. Whoever shows it has made sure that it is this person who asks. */
    async read(person: Person, now: number): Promise<readonly OwnTableRows[]> {
      const [first, ...rest] = OWN_TABLES.map((table) => db.all<StoredRow>(selection(table, { person, now })));
      if (first === undefined) return [];
      const found = await db.batch([first, ...rest]);
      return OWN_TABLES.map((table, index) => shown(table, found[index] ?? []));
    },
  };
}

/** The names come from the data map, the values are bound. */
function selection(table: OwnTable, { person, now }: { readonly person: Person; readonly now: number }): SQL {
  const columns = table.fields.map(({ column }) => sql.identifier(column));
  const first = table.fields.find(({ is }) => is === 'time');
  const order = first === undefined ? sql`rowid` : sql`${sql.identifier(first.column)}, rowid`;
  return sql`select ${sql.join(columns, sql`, `)} from ${sql.identifier(table.table)} where ${isOf(table, person)} and ${mayBeTold(table, now)} order by ${order}`;
}

function mayBeTold({ person: { secretUntil } }: OwnTable, now: number): SQL {
  return secretUntil === undefined ? sql`true` : sql`coalesce(${sql.identifier(secretUntil)}, 0) <= ${now}`;
}

function isOf({ person: { by, column }, namesAccount }: OwnTable, { accountId, emailKey, recipient }: Person): SQL {
  const value = { account: accountId, address: emailKey, recipient }[by];
  const own = sql`${sql.identifier(column)} = ${value}`;
  return namesAccount ? sql`(${own} or account_id = ${accountId})` : own;
}

function shown({ name, purpose, categories, fields, leftOut }: OwnTable, rows: readonly StoredRow[]): OwnTableRows {
  return {
    name,
    purpose,
    categories,
    fields: fields.map(({ name: field, is, mayBeMissing }) => ({ name: field, is, mayBeMissing })),
    rows: rows.map((row): OwnRow => Object.fromEntries(fields.map((field) => [field.name, shownValue(field, row[field.column] ?? null)]))),
    leftOut,
  };
}

function shownValue({ is }: MappedField, value: string | number | null): OwnValue {
  if (value === null) return null;
  if (is === 'time') return new Date(Number(value)).toISOString();
  if (is === 'boolean') return value !== 0;
  return is === 'json' ? parsed(String(value)) : value;
}

/** Safe: JSON has no other values. */
function parsed(text: string): OwnValue {
  return JSON.parse(text) as OwnValue;
}
