import Database from 'libsql';

export type NativeDatabase = Database.Database;
export type NativeStatement = Database.Statement;

/**
 * Opens the file with our own settings, which a remote server would refuse: write-ahead log, deleted data overwritten,
 * foreign keys enforced. Afterwards the driver never waits for a lock, because waiting would stop the whole process.
 */
export function openNative(file: string): NativeDatabase {
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 3000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
  database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648; PRAGMA temp_store = MEMORY');
  database.exec('PRAGMA journal_size_limit = 67108864');
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}

/** Stops the statement that is running, so that it lets go of its locks. */
export function interrupt(database: NativeDatabase): void {
  if ('interrupt' in database && typeof database.interrupt === 'function') database.interrupt();
}
