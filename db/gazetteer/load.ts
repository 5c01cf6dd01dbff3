import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { GAZETTEER_VERSION, type GazetteerEntry, readGazetteer } from '#db/gazetteer/read.ts';
import { facts, placeNames, places } from '#db/schema/tables.ts';

const ENTRIES_A_BATCH = 4_000;
const LOADING = `loading ${GAZETTEER_VERSION}`;

/** Fills `places` and `place_names` unless this version is there already. Interrupted, it goes on at the next call: no row is written twice. */
export async function loadGazetteer(db: Database): Promise<'loaded' | 'present'> {
  const state = await loadedState(db);
  if (state === GAZETTEER_VERSION) return 'present';
  if (state !== LOADING) await db.batch([db.delete(placeNames), db.delete(places), setState(db, LOADING)]);
  for (const entries of batches(readGazetteer())) await db.batch([insertPlaces(db, entries), insertNames(db, entries)]);
  await setState(db, GAZETTEER_VERSION);
  return 'loaded';
}

async function loadedState(db: Database): Promise<string | undefined> {
  const [row] = await db.select().from(facts).where(eq(facts.name, 'gazetteer'));
  return row?.value;
}

function setState(db: Database, value: string) {
  return db.insert(facts).values({ name: 'gazetteer', value }).onConflictDoUpdate({ target: facts.name, set: { value } });
}

/** One parameter holds all rows: a statement takes at most a thousand parameters. */
function insertPlaces(db: Database, entries: readonly GazetteerEntry[]) {
  const rows = entries.map((place) => [
    place.id,
    place.kind,
    place.name,
    place.region,
    place.regionCode,
    place.country,
    place.lat,
    place.lng,
    place.population,
  ]);
  return db.run(sql`
    insert or ignore into places (id, kind, name, region, region_code, country, lat, lng, population)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8
    from json_each(${JSON.stringify(rows)})`);
}

function insertNames(db: Database, entries: readonly GazetteerEntry[]) {
  const rows = entries.flatMap((entry) => entry.names.map((name, index) => [name, entry.country, weight(entry, index), entry.id]));
  return db.run(sql`
    insert or ignore into place_names (name, country, weight, place_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${JSON.stringify(rows)})`);
}

/** A town counts ten times its people, for a region or country holds many towns; a name given by others, a thirtieth. */
function weight({ kind, population, own }: GazetteerEntry, index: number): number {
  const people = kind === 'town' ? population * 10 : population;
  return 1 + Math.round(index < own ? people : people / 30);
}

function* batches(entries: Iterable<GazetteerEntry>): Generator<readonly GazetteerEntry[]> {
  let batch: GazetteerEntry[] = [];
  for (const entry of entries) {
    batch.push(entry);
    if (batch.length < ENTRIES_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
