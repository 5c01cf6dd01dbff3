import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { PersonalColumn, PersonKey } from '#db/data-map/entry.ts';
import { DATA_MAP } from '#db/data-map.ts';
import * as accountTables from '#db/schema/account-tables.ts';
import * as moderationTables from '#db/schema/moderation-tables.ts';
import * as postingTables from '#db/schema/posting-tables.ts';
import * as otherTables from '#db/schema/tables.ts';
import type { OwnField } from '#worker/privacy/model/own-data.ts';

/** A table with what a copy shows of it. */
export interface CopiedTable {
  /** As SQL calls it. */
  readonly table: string;
  /** As the copy calls it. */
  readonly name: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fields: readonly MappedField[];
  readonly leftOut: readonly LeftOutField[];
}

/** One in which rows of one account holder are found. */
export interface OwnTable extends CopiedTable {
  readonly person: PersonKey;
  /** Whether rows that are found by an address name an account, too. */
  readonly namesAccount: boolean;
}

/** One in which rows of one ad are found, or of its author by the address that was confirmed. */
export interface AdTable extends CopiedTable {
  readonly by: 'ad' | 'recipient';
  readonly column: string;
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

/** Every table that the data map knows a way into from an account: the copy of it is made from these, and of its own ads from the next. */
export const OWN_TABLES: readonly OwnTable[] = STORED.flatMap((stored) => {
  const { person, columns = {} } = DATA_MAP[getTableName(stored)] ?? {};
  if (!person) return [];
  return [{ ...copiedTable(stored), person, namesAccount: person.by !== 'account' && 'account_id' in columns }];
});

/** Every table that the data map knows a way into from an ad, or from the address of somebody without an account. */
export const AD_TABLES: readonly AdTable[] = STORED.flatMap((stored): readonly AdTable[] => {
  const { person, ad } = DATA_MAP[getTableName(stored)] ?? {};
  if (ad !== undefined) return [{ ...copiedTable(stored), by: 'ad', column: ad }];
  return person?.by === 'recipient' ? [{ ...copiedTable(stored), by: 'recipient', column: person.column }] : [];
});

function copiedTable(stored: (typeof STORED)[number]): CopiedTable {
  const table = getTableName(stored);
  const entry = DATA_MAP[table];
  if (entry === undefined) throw new Error(`The data map does not know ${table}.`);
  const mapped = Object.entries<Column>(getTableColumns(stored)).flatMap(([name, column]) => {
    const handled = entry.columns[snakeCase(name)];
    return handled?.personal ? [{ name, column, entry: handled }] : [];
  });
  return {
    table,
    name: camelCase(table),
    purpose: entry.purpose,
    categories: [...new Set(mapped.map((one) => one.entry.category))],
    fields: mapped.flatMap(({ name, column, entry: { inExport } }) => (inExport === 'as it is' ? [fieldOf(name, column)] : [])),
    leftOut: mapped.flatMap((one) => leftOutOf(one.name, one.entry)),
  };
}

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
