import { type SQL, sql } from 'drizzle-orm';
import { type MappedTable, type PersonalWords, personalWords, tableName } from '#db/data-map.ts';

/**
 * Overwrites what the data map calls somebody's words, in place, with as many bytes that say nothing. A server that does not overwrite
 * what it deletes would keep the words in its file otherwise: to be done right before the deletion, in the same batch.
 */
export function overwrite(table: MappedTable, where: SQL): SQL {
  const fillers = personalWords(table).map((words) => sql.raw(`"${words.column}" = ${fillerFor(words)}`));
  return sql`update ${sql.raw(tableName(table))} set ${sql.join(fillers, sql`, `)} where ${where}`;
}

export interface Marked {
  readonly where: SQL;
  /** The column by which the rows are found, and the filler that takes its place: they are found by that afterwards. */
  readonly column: string;
  readonly mark: string;
}

/** The same where the column by which rows are found is itself somebody's. */
export function overwriteMarked(table: MappedTable, { where, column, mark }: Marked): SQL {
  const others = personalWords(table).filter((words) => words.column !== column);
  const fillers = others.map((words) => sql.raw(`"${words.column}" = ${fillerFor(words)}`));
  const key = sql`${sql.raw(column)} = ${mark}`;
  return sql`update ${sql.raw(tableName(table))} set ${sql.join([key, ...fillers], sql`, `)} where ${where}`;
}

/** Whether a table has words of somebody: where it has none, there is nothing to overwrite. */
export function hasWords(table: MappedTable): boolean {
  return personalWords(table).length > 0;
}

/** Null stays null. Where no two rows may be alike, chance fills in. */
function fillerFor({ column, isUnique }: PersonalWords): string {
  const bytes = `length(cast("${column}" as blob))`;
  const half = `(${bytes} + 1) / 2`;
  return `substr(hex(${isUnique ? `randomblob(${half})` : `zeroblob(${half})`}), 1, ${bytes})`;
}
