import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { AD_TABLES, type CopiedTable, type MappedField, OWN_TABLES, type OwnTable } from '#db/own-tables.ts';
import { ownAdverts } from '#db/repositories/leaving-posts.ts';
import type { OwnRow, OwnTableRows, OwnValue } from '#worker/privacy/model/own-data.ts';
import type { Person } from '#worker/privacy/model/person.ts';

type StoredRow = Readonly<Record<string, string | number | null>>;

export type OwnRowsRepository = ReturnType<typeof ownRowsRepository>;

/** An ad without an account, and its author by the keyed hash of the confirmed address. */
export interface OwnAd {
  readonly postId: string;
  readonly recipient: string;
}

/** What is kept about one person, as the data map says where it lies. */
export function ownRowsRepository(db: Database) {
  return {
    /** All of an account holder, as it is at one moment. Whoever shows it has made sure that it is this person who asks. */
    read: (person: Person, now: number): Promise<readonly OwnTableRows[]> => {
      const mine = OWN_TABLES.map((table) => ({ table, where: sql`${isOf(table, person)} and ${mayBeTold(table, now)}` }));
      const ofAds = AD_TABLES.filter(({ name }) => !OWN_TABLES.some((known) => known.name === name));
      const adverts = ofAds.map((table) => ({ table, where: sql`${sql.identifier(table.column)} in ${ownAdverts(person.accountId)}` }));
      return readAll(db, [...mine, ...adverts]);
    },
    /** All of an ad without an account, and of its author. */
    readAd: ({ postId, recipient }: OwnAd): Promise<readonly OwnTableRows[]> =>
      readAll(
        db,
        AD_TABLES.map((table) => ({ table, where: sql`${sql.identifier(table.column)} = ${table.by === 'ad' ? postId : recipient}` })),
      ),
  };
}

interface Wanted {
  readonly table: CopiedTable;
  readonly where: SQL;
}

async function readAll(db: Database, wanted: readonly Wanted[]): Promise<readonly OwnTableRows[]> {
  const [first, ...rest] = wanted.map((one) => db.all<StoredRow>(selection(one)));
  if (first === undefined) return [];
  const found = await db.batch([first, ...rest]);
  return wanted.map(({ table }, index) => shown(table, found[index] ?? []));
}

/** The names come from the data map, the values are bound. */
function selection({ table, where }: Wanted): SQL {
  const columns = table.fields.map(({ column }) => sql.identifier(column));
  const first = table.fields.find(({ is }) => is === 'time');
  const order = first === undefined ? sql`rowid` : sql`${sql.identifier(first.column)}, rowid`;
  return sql`select ${sql.join(columns, sql`, `)} from ${sql.identifier(table.table)} where ${where} order by ${order}`;
}

function mayBeTold({ person: { secretUntil } }: OwnTable, now: number): SQL {
  return secretUntil === undefined ? sql`true` : sql`coalesce(${sql.identifier(secretUntil)}, 0) <= ${now}`;
}

function isOf({ person: { by, column }, namesAccount }: OwnTable, { accountId, emailKey, recipient }: Person): SQL {
  const value = { account: accountId, address: emailKey, recipient }[by];
  const own = sql`${sql.identifier(column)} = ${value}`;
  return namesAccount ? sql`(${own} or account_id = ${accountId})` : own;
}

function shown({ name, purpose, categories, fields, leftOut }: CopiedTable, rows: readonly StoredRow[]): OwnTableRows {
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
