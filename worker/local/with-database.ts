import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { openLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';
import { readSettings, type Settings } from '#worker/local/settings.ts';

/** What a command works with: the configured database, or the one in `DATA_DIR`, ready for this version. */
export interface AtHand {
  readonly db: ReturnType<typeof openDatabase>;
  readonly address: DatabaseAddress;
  readonly settings: Settings;
  /** When the command began, in UTC milliseconds. */
  readonly now: number;
}

/** Opens the database for a command and closes it after, whether a board runs on it or not. */
export async function withDatabase(work: (atHand: AtHand) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const { database, dataDir, publicUrl } = settings;
  const now = Date.now();
  const opened = database === null ? await openLocalDatabase(dataDir) : { ...database, close: async () => {} };
  const address = { url: opened.url, token: opened.token };
  try {
    await prepareDatabase({ address, state: publicUrl === null ? 'demonstration' : 'live', now });
    await work({ db: openDatabase(address), address, settings, now });
  } finally {
    await opened.close();
  }
}
