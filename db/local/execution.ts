import { responseTooLarge } from '#db/local/failures.ts';
import { interrupt, type NativeDatabase } from '#db/local/native.ts';
import type { PreparedStatement } from '#db/local/prepared-statements.ts';
import type { StatementText } from '#db/local/statement-text.ts';
import { encodeValue, type SqlValue } from '#db/local/values.ts';

/** What a response may still hold, in bytes; counted down while rows are written. */
export interface ResponseBudget {
  left: number;
}

export interface Execution {
  readonly statement: StatementText;
  readonly values: readonly SqlValue[];
  readonly wantRows: boolean;
  readonly budget: ResponseBudget;
}

interface Running {
  readonly database: NativeDatabase;
  readonly prepared: PreparedStatement;
  readonly execution: Execution;
}

/** Runs to the end and answers the protocol's StmtResult as JSON. Throws what the driver throws. */
export function executePrepared(running: Running): string {
  return running.prepared.returnsRows ? readRows(running) : runWrite(running);
}

function runWrite({ database, prepared, execution }: Running): string {
  const { changes, lastInsertRowid } = prepared.native.run(execution.values);
  const counts = Number.isSafeInteger(lastInsertRowid) ? { changes, rowid: lastInsertRowid } : countsOf(database);
  return resultJson({ columns: '', rows: '', counts: execution.statement.kind === 'write' ? counts : null });
}

function readRows(running: Running): string {
  const { database, prepared, execution } = running;
  const rows = encodeRows(running);
  const columns = prepared.native.columns().map(({ name, type }) => JSON.stringify({ name, decltype: type }));
  const counts = execution.statement.kind === 'write' ? countsOf(database) : null;
  return resultJson({ columns: columns.join(','), rows, counts });
}

function encodeRows({ database, prepared, execution }: Running): string {
  const { budget, values, wantRows } = execution;
  const cursor = prepared.native.iterate(values);
  const rows: string[] = [];
  for (let next = cursor.next(); !next.done; next = cursor.next()) {
    if (!wantRows) continue;
    const row = encodeRow(next.value);
    budget.left -= Buffer.byteLength(row);
    if (budget.left < 0) return abandon(database, cursor);
    rows.push(row);
  }
  return rows.join(',');
}

function encodeRow(row: unknown): string {
  return Array.isArray(row) ? `[${row.map(encodeValue).join(',')}]` : '[]';
}

/** A cursor left half way would hold its locks until it is collected as garbage. */
function abandon(database: NativeDatabase, cursor: Iterator<unknown>): never {
  interrupt(database);
  try {
    while (!cursor.next().done);
  } catch {
    // The interruption, as wished.
  }
  throw responseTooLarge();
}

interface Counts {
  readonly changes: number | bigint;
  readonly rowid: number | bigint;
}

/** What `RETURNING` hides, and a row id beyond 2^53 exactly. */
function countsOf(database: NativeDatabase): Counts {
  const row = database.prepare('SELECT changes(), last_insert_rowid()').raw().safeIntegers().get([]);
  const [changes, rowid] = Array.isArray(row) ? row.map(BigInt) : [];
  return { changes: changes ?? 0n, rowid: rowid ?? 0n };
}

function resultJson(result: { columns: string; rows: string; counts: Counts | null }): string {
  const { columns, rows, counts } = result;
  const written = `"affected_row_count":${counts?.changes ?? 0},"last_insert_rowid":${counts ? `"${counts.rowid}"` : null}`;
  return `{"cols":[${columns}],"rows":[${rows}],${written}}`;
}
