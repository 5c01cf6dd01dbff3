import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { oneOfEachLabel, rankedPlaces } from '#db/gazetteer/place-ranking.ts';
import { type PlaceReading, placeReadings } from '#db/gazetteer/place-readings.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

/** What a typed place means, and what else it could have meant. */
export interface ResolvedPlace {
  readonly place: Place;
  readonly others: readonly Place[];
}

interface PlaceRow {
  readonly id: string;
  readonly kind: Place['kind'];
  readonly name: string;
  readonly region: string | null;
  readonly region_code: string | null;
  readonly country: string;
  readonly lat: number;
  readonly lng: number;
  readonly population: number;
}

/** `5110266`, `US.NY`, `US`. */
const GAZETTEER_ID = /^(\d{1,12}|[A-Z]{2}(\.[A-Z\d]{1,12})?)$/;
const MOST_OTHERS = 8;
/** Several names of one place may match: more rows are ranked than places are shown. */
const NAMES_A_PLACE = 8;

export type PlacesRepository = ReturnType<typeof placesRepository>;

/** The gazetteer. Each look-up takes one round trip. `countries` are the board's: their places come first. */
export function placesRepository(db: Database) {
  return {
    /** Understands a gazetteer id or a name as typed, with or without region and country; null for a place it does not know. */
    async resolve(nameOrId: string, countries: readonly string[]): Promise<ResolvedPlace | null> {
      const id = GAZETTEER_ID.exec(nameOrId.trim())?.[0] ?? '';
      const readings = placeReadings(nameOrId);
      const found = (await meaning(db, { id, readings })).map((row) => ({ asked: row.asked, place: toPlace(row) }));
      const ranked = rankedPlaces(found, { readings, countries });
      const asked = found.find(({ place }) => place.id === id)?.place;
      if (asked && asked.kind !== 'country') return { place: asked, others: [] };
      const place = asked ?? ranked[0];
      return place ? { place, others: ranked.filter((other) => other.id !== place.id).slice(0, MOST_OTHERS) } : null;
    },

    /** Places with a name that begins like this, best first; none for no letters. */
    async suggest(prefix: string, { limit, countries }: { limit: number; countries: readonly string[] }): Promise<readonly Place[]> {
      const start = fold(prefix);
      if (start === '') return [];
      const rows = await db.all<PlaceRow>(sql`
        with best as materialized (
          select place_id, weight * iif(country in ${countries}, 50, 1) * iif(name = ${start}, 20, 1) as score
          from place_names where name >= ${start} and name <= ${lastOf(start)}
          order by score desc limit ${limit * NAMES_A_PLACE}
        )
        select places.* from best cross join places on places.id = best.place_id group by places.id order by max(score) desc`);
      return oneOfEachLabel(rows.map(toPlace)).slice(0, limit);
    },

    /** The places of each of these folded names, in any order. */
    async named(names: readonly string[]): Promise<ReadonlyMap<string, readonly Place[]>> {
      const rows = await db.all<PlaceRow & { asked: string }>(sql`
        select places.*, place_names.name as asked
        from json_each(${JSON.stringify(names)}) as wanted cross join place_names on place_names.name = wanted.value
        cross join places on places.id = place_names.place_id`);
      const found = new Map<string, Place[]>();
      for (const row of rows) found.set(row.asked, [...(found.get(row.asked) ?? []), toPlace(row)]);
      return found;
    },
  };
}

function meaning(db: Database, { id, readings }: { id: string; readings: readonly PlaceReading[] }) {
  const names = [...new Set(readings.flatMap(({ name, within }) => [name, ...within]))];
  return db.all<PlaceRow & { asked: string }>(sql`
    select places.*, '' as asked from places where id = ${id}
    union all
    select places.*, place_names.name as asked from place_names cross join places on places.id = place_names.place_id
    where place_names.name in ${[...names, '']}`);
}

/** Every place has a letter in its name, and for one letter there are too many: only a place of that very name then. */
function lastOf(start: string): string {
  return start.length === 1 ? start : `${start}\u{10ffff}`;
}

function toPlace(row: PlaceRow): Place {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    region: row.region,
    regionCode: row.region_code,
    country: row.country,
    lat: row.lat,
    lng: row.lng,
    population: row.population,
  };
}
