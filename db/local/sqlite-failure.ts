import { StatementFailure } from '#db/local/failures.ts';

const unparsable = /syntax error$|^incomplete input$|^unrecognized token/;

/** SQLite knows where in the text these went wrong, and a libSQL server then answers with another code. */
const located =
  /^(?:no such column|no such function|ambiguous column name|wrong number of arguments to function|misuse of (?:aggregate|window function)(?: function)?):? (.+?)(?:\(\))?$/;

const primaryCodes = new Map([
  [2, 'SQLITE_INTERNAL'],
  [3, 'SQLITE_PERM'],
  [4, 'SQLITE_ABORT'],
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [7, 'SQLITE_NOMEM'],
  [8, 'SQLITE_READONLY'],
  [9, 'SQLITE_INTERRUPT'],
  [10, 'SQLITE_IOERR'],
  [11, 'SQLITE_CORRUPT'],
  [12, 'SQLITE_NOTFOUND'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
  [15, 'SQLITE_PROTOCOL'],
  [17, 'SQLITE_SCHEMA'],
  [18, 'SQLITE_TOOBIG'],
  [19, 'SQLITE_CONSTRAINT'],
  [20, 'SQLITE_MISMATCH'],
  [21, 'SQLITE_MISUSE'],
  [22, 'SQLITE_NOLFS'],
  [23, 'SQLITE_AUTH'],
  [25, 'SQLITE_RANGE'],
  [26, 'SQLITE_NOTADB'],
]);

const busy = 5;

/** What the driver throws: SQLite's message and its extended code. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('rawCode' in error)) return null;
  return typeof error.rawCode === 'number' ? error.rawCode : null;
}

/** Another process holds the file; trying again helps. A stale snapshot (517) stays stale, so it is not meant. */
export const isBusy = (error: unknown): boolean => sqliteCode(error) === busy;

/** Busy, or with a stale snapshot: the driver leaves the statement as it stood, and does not take it back. */
export const metLock = (error: unknown): boolean => ((sqliteCode(error) ?? 0) & 0xff) === busy;

/** Names an error of the driver as a libSQL server would; what is no SQLite error is passed on unchanged. */
export function asStatementFailure(error: unknown, sql: string): unknown {
  const code = sqliteCode(error);
  if (code === null || !(error instanceof Error)) return error;
  if (code !== 1) return new StatementFailure(primaryCodes.get(code & 0xff) ?? 'SQLITE_UNKNOWN', `SQLite error: ${error.message}`);
  return generalFailure(error.message, sql);
}

function generalFailure(message: string, sql: string): StatementFailure {
  if (unparsable.test(message)) return new StatementFailure('SQL_PARSE_ERROR', `SQL string could not be parsed: ${message}`);
  const name = located.exec(message)?.[1];
  if (name === undefined) return new StatementFailure('SQLITE_UNKNOWN', `SQLite error: ${message}`);
  const offset = Math.max(0, sql.indexOf(name));
  return new StatementFailure('SQL_INPUT_ERROR', `SQL input error: ${message} (at offset ${offset})`);
}
