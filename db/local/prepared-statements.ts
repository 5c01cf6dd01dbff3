import { limits } from '#db/local/limits.ts';
import type { NativeDatabase, NativeStatement } from '#db/local/native.ts';

export interface PreparedStatement {
  readonly native: NativeStatement;
  readonly returnsRows: boolean;
}

/** One connection's prepared statements by their text, the longest unused dropped first. */
export function createPreparedStatements(database: NativeDatabase): (sql: string) => PreparedStatement {
  const kept = new Map<string, PreparedStatement>();

  return (sql) => {
    const prepared = kept.get(sql) ?? prepare(database, sql);
    kept.delete(sql);
    kept.set(sql, prepared);
    if (kept.size > limits.preparedStatements) drop(kept);
    return prepared;
  };
}

function prepare(database: NativeDatabase, sql: string): PreparedStatement {
  const native = database.prepare(sql);
  const returnsRows = native.reader;
  if (returnsRows) native.raw().safeIntegers();
  return { native, returnsRows };
}

function drop(kept: Map<string, PreparedStatement>): void {
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
