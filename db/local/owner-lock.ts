import { join } from 'node:path';
import Database from 'libsql';
import { isBusy } from '#db/local/sqlite-failure.ts';

/**
 * Makes this process the one that serves the directory's database, until `release` or its end, however it ends:
 * the lock is the operating system's, on a file of its own. Null when another process has it.
 */
export function takeOwnerLock(dataDir: string): { release(): void } | null {
  const lock = new Database(join(dataDir, 'libsql.lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return { release: () => letGo(lock) };
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function letGo(lock: Database.Database): void {
  lock.exec('ROLLBACK');
  lock.close();
}
