import { existsSync } from 'node:fs';
import { openNative } from '#db/local/native.ts';

/**
 * Writes what stands in the write-ahead log into the file and empties the log: pages as they were before a deletion lie in it until then.
 * While somebody reads, nothing happens: to be done again later.
 */
export function emptyLog(file: string): void {
  if (!existsSync(file)) return;
  const database = openNative(file);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
