import type { ColumnEntry, TableEntry } from '#db/data-map/entry.ts';
import { DATA_MAP } from '#db/data-map.ts';

const TABLES: readonly TableEntry[] = Object.values(DATA_MAP).filter(({ whose, person }) => whose === 'account holders' || person);
const columnsOf = (tables: readonly TableEntry[]): readonly ColumnEntry[] => tables.flatMap(({ columns }) => Object.values(columns));

/** What the data of account holders are used for. */
export const PURPOSES_OF_ACCOUNTS: readonly string[] = [...new Set(TABLES.map(({ purpose }) => purpose))];

/** The kinds of data that go with an account. */
export const ERASED_CATEGORIES: readonly string[] = [
  ...new Set(columnsOf(TABLES).flatMap((column) => (column.personal && column.erasure === 'delete' ? [column.category] : []))),
];

/** What stays in the database when an account goes: by the rule that ends it, and why. */
export const KEPT_AFTER_ERASURE: ReadonlyMap<string, string> = new Map(
  columnsOf(TABLES).flatMap((column) =>
    column.personal && typeof column.erasure === 'object' ? [[column.retention, column.erasure.keptBecause]] : [],
  ),
);
