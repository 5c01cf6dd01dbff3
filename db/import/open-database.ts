import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { openLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';

export interface ImportSettings {
  readonly dataDir: string;
  /** Null: the database of `dataDir`. */
  readonly database: DatabaseAddress | null;
  /** Null: a demonstration board. */
  readonly publicUrl: string | null;
  readonly now: number;
}

/** The board's database, ready for this version of the program, and how to leave it. */
export async function openImportDatabase(settings: ImportSettings) {
  const { dataDir, database, publicUrl, now } = settings;
  if (database !== null && publicUrl === null && !isLoopback(database.url)) {
    throw new ImportError(
      'DATABASE_URL names a database on another machine: set PUBLIC_URL to the address of the board that it belongs to.',
    );
  }
  const opened = database === null ? await openLocalDatabase(dataDir) : { ...database, close: async () => {} };
  const address = { url: opened.url, token: opened.token };
  try {
    await prepareDatabase({ address, state: publicUrl === null ? 'demonstration' : 'live', now });
  } catch (error) {
    await opened.close();
    throw error;
  }
  return { db: openDatabase(address), close: () => opened.close() };
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
