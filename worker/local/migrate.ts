import { openLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';
import { fillIndex } from '#worker/local/fill-index.ts';
import { orderly } from '#worker/local/orderly.ts';
import { readSettings } from '#worker/local/settings.ts';

/** `npm run migrate`: makes the configured database, or the one in `DATA_DIR`, ready for this version. */
await orderly(async () => {
  const { database, dataDir, publicUrl } = readSettings(process.env);
  const address = database === null ? await openLocalDatabase(dataDir) : { ...database, close: async () => {} };
  try {
    await prepareDatabase({ address, state: publicUrl === null ? 'demonstration' : 'live', now: Date.now() });
    await fillIndex(address);
  } finally {
    await address.close();
  }
  console.log('The database is ready for this version.');
});
