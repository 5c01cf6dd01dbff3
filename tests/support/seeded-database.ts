import { loadGazetteer } from '#db/gazetteer/load.ts';
import { GAZETTEER_VERSION } from '#db/gazetteer/read.ts';
import { migrate } from '#db/migrate.ts';
import { seedDemonstration } from '#db/seed/seed-demonstration.ts';
import { copyOf, type FreshDatabase, template } from '#tests/support/database.ts';

/** A database as a demonstration board has it on its first day: the names of places, and the demonstration's jobs. */
export async function seededDatabase(): Promise<FreshDatabase> {
  const places = await template(`places-${GAZETTEER_VERSION}`, async ({ client, db }) => {
    await migrate(client);
    await loadGazetteer(db);
  });
  const database = await copyOf(places);
  await seedDemonstration(database.db, Date.now());
  return database;
}
