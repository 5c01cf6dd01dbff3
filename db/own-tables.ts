import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { PersonalColumn, PersonKey } from '#db/data-map/entry.ts';
import { DATA_MAP } from '#db/data-map.ts';
import * as accountTables from '#db/schema/account-tables.ts';
import * as moderationTables from '#db/schema/moderation-tables.ts';
import * as postingTables from '#db/schema/posting-tables.ts';
import * as otherTables from '#db/schema/tables.ts';
import type { OwnField } from '#worker/privacy/model/own-data.ts';

/** A table in which rows of one account holder are found, with what a copy shows of them. */
export interface OwnTable {
  /** As SQL calls it. */
  readonly table: string;
  /** As the copy calls it. */
  readonly name: string;
  readonly person: PersonKey;
  /** Whether rows that are found by an address name an account, too. */
  readonly namesAccount: boolean;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fields: readonly MappedField[];
  readonly leftOut: readonly LeftOutField[];
}

export interface MappedField extends OwnField {
  /** As SQL calls it. */
  readonly column: string;
}

interface LeftOutField {
  readonly name: string;
  readonly because: string;
}

const STORED = Object.values({ ...otherTables, ...accountTables, ...postingTables, ...moderationTables });

/** Every table that the data map knows a way into from an account: the copy is made from these, and from nothing else. */
export const OWN_TABLES: readonly OwnTable[] = STORED.flatMap((stored) => {
  const table = getTableName(stored);
  const { person, purpose, columns } = DATA_MAP[table] ?? {};
  if (!person || purpose === undefined || columns === undefined) return [];
  const mapped = Object.entries<Column>(getTableColumns(stored)).flatMap(([name, column]) => {
    const entry = columns[snakeCase(name)];
    return entry?.personal ? [{ name, column, entry }] : [];
  });
  return [
    {
      table,
      name: camelCase(table),
      person,
      namesAccount: person.by !== 'account' && 'account_id' in columns,
      purpose,
      categories: [...new Set(mapped.map(({ entry }) => entry.category))],
      fields: mapped.flatMap(({ name, column, entry }) => (entry.inExport === 'as it is' ? [fieldOf(name, column)] : [])),
      leftOut: mapped.flatMap(({ name, entry }) => leftOutOf(name, entry)),
    },
  ];
});

function fieldOf(name: string, column: Column): MappedField {
  return { name, column: snakeCase(name), is: kindOf(name, column), mayBeMissing: !column.notNull };
}

function leftOutOf(name: string, { inExport }: PersonalColumn): readonly LeftOutField[] {
  return inExport === 'as it is' ? [] : [{ name, because: inExport.leftOutBecause }];
}

/** Moments are numbers to the database; their columns are named for what they are. */
function kindOf(name: string, { dataType }: Column): OwnField['is'] {
  if (dataType === 'number') return /(^a|A)t$|Until$|(^s|S)ince$/.test(name) ? 'time' : 'number';
  if (dataType === 'boolean' || dataType === 'json') return dataType;
  if (dataType === 'string') return 'text';
  throw new Error(`A copy cannot show ${name}, which is stored as ${dataType}.`);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
