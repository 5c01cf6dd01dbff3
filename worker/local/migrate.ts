import { fillIndex } from '#worker/local/fill-index.ts';
import { orderly } from '#worker/local/orderly.ts';
import { withDatabase } from '#worker/local/with-database.ts';

/** `npm run migrate`: makes the configured database, or the one in `DATA_DIR`, ready for this version. */
await orderly(async () => {
  await withDatabase(({ address }) => fillIndex(address));
  console.log('The database is ready for this version.');
});
