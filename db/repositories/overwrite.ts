import { type SQL, sql } from 'drizzle-orm';

/**
 * Overwrites texts in place with as many bytes that say nothing. A server that does not overwrite what it deletes would keep the words in
 * its file otherwise: do it right before the deletion, in the same batch.
 */
export function overwrite({ table, columns, where }: { table: string; columns: readonly string[]; where: SQL }): SQL {
  const fillers = columns.map((column) => sql.raw(`${column} = ${fillerFor(column)}`));
  return sql`update ${sql.raw(table)} set ${sql.join(fillers, sql`, `)} where ${where}`;
}

/** Null stays null. */
function fillerFor(column: string): string {
  const bytes = `length(cast(${column} as blob))`;
  return `substr(hex(zeroblob((${bytes} + 1) / 2)), 1, ${bytes})`;
}
