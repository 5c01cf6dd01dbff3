import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseAddress } from '#db/client.ts';
import { openFailure } from '#db/local/open-failure.ts';
import { takeOwnerLock } from '#db/local/owner-lock.ts';
import { startServerInThread } from '#db/local/server-in-thread.ts';
import { findRunningServer, removeServerRecord, writeServerRecord } from '#db/local/server-record.ts';
import { startLocalServer } from '#db/local-server.ts';

/** The database of a data directory, reachable until `close`. */
export interface LocalDatabase extends DatabaseAddress {
  close(): Promise<void>;
}

/**
 * For the board itself: serves the directory's database for as long as the board runs, and leaves a record by which other
 * programs find it. Only one board may do so; a second one is told in one sentence.
 */
export async function hostLocalDatabase(dataDir: string): Promise<LocalDatabase> {
  const lock = lockOf(dataDir);
  if (!lock) throw new Error(`Another board is already running on ${dataDir}; stop it, or set DATA_DIR to another folder.`);
  try {
    const { url, token, close } = await serve(dataDir, startLocalServer);
    writeServerRecord(dataDir, { url, token });
    return { url, token, close: () => close().finally(() => handBack(dataDir, lock)) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For everything else (importing, migrating, tests): talks to the board's server when one runs, so that writers queue in one
 * line; otherwise serves the file itself, in a second thread, until closed. A board that starts meanwhile is no harm: SQLite keeps the two apart.
 */
export async function openLocalDatabase(dataDir: string): Promise<LocalDatabase> {
  const running = await findRunningServer(dataDir);
  return running ? { ...running, close: async () => {} } : serve(dataDir, startServerInThread);
}

async function serve(dataDir: string, start: typeof startLocalServer): Promise<LocalDatabase> {
  makeFolder(dataDir);
  const token = randomBytes(32).toString('base64url');
  const { url, close } = await start({ file: databaseFile(dataDir), token });
  return { url, token, close };
}

function lockOf(dataDir: string): ReturnType<typeof takeOwnerLock> {
  makeFolder(dataDir);
  try {
    return takeOwnerLock(dataDir);
  } catch (error) {
    throw openFailure(databaseFile(dataDir), error);
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw openFailure(databaseFile(dataDir), error);
  }
}

function handBack(dataDir: string, lock: { release(): void }): void {
  removeServerRecord(dataDir);
  lock.release();
}

/** Where the database of a data directory lies. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'board.db');
