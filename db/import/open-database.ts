import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { type LocalDatabase, openLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';
import { databaseUrl } from '#worker/variables.ts';

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
  const wrong = database === null ? undefined : databaseUrl.safeParse(database.url).error?.issues[0];
  if (wrong !== undefined) throw new ImportError(wrong.message);
  if (database !== null && publicUrl === null && !isLoopback(database.url)) {
    throw new ImportError(
      'DATABASE_URL names a database on another machine: set PUBLIC_URL to the address of the board that it belongs to.',
    );
  }
  const opened = database === null ? await openLocal(dataDir) : { ...database, close: async () => {} };
  const address = { url: opened.url, token: opened.token };
  try {
    await prepareDatabase({ address, state: publicUrl === null ? 'demonstration' : 'live', now });
  } catch (error) {
    await opened.close();
    throw error;
  }
  return { db: openDatabase(address), close: () => opened.close() };
}

/** What keeps the file from being opened is said in one sentence already. */
async function openLocal(dataDir: string): Promise<LocalDatabase> {
  try {
    return await openLocalDatabase(dataDir);
  } catch (error) {
    throw new ImportError(error instanceof Error ? error.message : String(error));
  }
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
