import { sqliteCode } from '#db/local/sqlite-failure.ts';

const notADatabase = 26;

/** One sentence for the operator about a file that does not open. */
export function openFailure(file: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  if (sqliteCode(error) === notADatabase) return new Error(`${file} is not a database.`, { cause: error });
  if (isRefusedByDisk(error)) {
    return new Error(`The database ${file} cannot be written; check that its folder exists and is writable.`, { cause: error });
  }
  return new Error(`The database ${file} cannot be opened: ${why}.`, { cause: error });
}

const readOnly = 8;
const cannotOpen = 14;

function isRefusedByDisk(error: unknown): boolean {
  const code = sqliteCode(error);
  if (code !== null) return [readOnly, cannotOpen].includes(code & 0xff);
  return error instanceof Error && ('syscall' in error || error.message.startsWith('ConnectionFailed'));
}
