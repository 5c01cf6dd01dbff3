import { type SQL, sql } from 'drizzle-orm';
import { type MappedTable, personalWords, tableName } from '#db/data-map.ts';

/**
 * Overwrites what the data map calls somebody's words, in place, with as many bytes that say nothing. A server that does not overwrite
 * what it deletes would keep the words in its file otherwise: to be done right before the deletion, in the same batch.
 */
export function overwrite(table: MappedTable, where: SQL): SQL {
  const fillers = personalWords(table).map((column) => sql.raw(`${column} = ${fillerFor(column)}`));
  return sql`update ${sql.raw(tableName(table))} set ${sql.join(fillers, sql`, `)} where ${where}`;
}

/** Null stays null. */
function fillerFor(column: string): string {
  const bytes = `length(cast(${column} as blob))`;
  return `substr(hex(zeroblob((${bytes} + 1) / 2)), 1, ${bytes})`;
}
