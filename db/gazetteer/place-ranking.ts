import type { PlaceReading } from '#db/gazetteer/place-readings.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

/** A place and the folded name under which it was found. */
export interface NamedPlace {
  readonly asked: string;
  readonly place: Place;
}

/**
 * The places that the first reading with any means, one of each label. First comes what is taken without asking: the
 * largest in the board's countries, else the largest anywhere; then the others, the largest first wherever they lie.
 */
export function rankedPlaces(
  found: readonly NamedPlace[],
  { readings, countries }: { readings: readonly PlaceReading[]; countries: readonly string[] },
): readonly Place[] {
  const meant = readings.map((reading) => meantBy(reading, found)).find((places) => places.length > 0) ?? [];
  const home = new Set(countries);
  const largest = meant.toSorted((one, other) => size(other) - size(one));
  const taken = largest.filter((named) => isHome(named, home)).slice(0, 1);
  return oneOfEachLabel([...taken, ...largest].map(({ place }) => place));
}

/** Of towns that read alike ("Springfield, Illinois" twice) the first stays. */
export function oneOfEachLabel(places: readonly Place[]): readonly Place[] {
  const byLabel = new Map<string, Place>();
  for (const place of places) {
    const label = [place.kind, place.name, place.region, place.country].join('\n');
    if (!byLabel.has(label)) byLabel.set(label, place);
  }
  return [...byLabel.values()];
}

function meantBy({ name, within }: PlaceReading, found: readonly NamedPlace[]): readonly NamedPlace[] {
  const candidates = found.filter(({ asked }) => asked === name);
  const areas = found.filter(({ place }) => place.kind !== 'town');
  const inAreas = candidates.filter(({ place }) =>
    within.every((area) => areas.some((named) => named.asked === area && contains(named.place, place))),
  );
  if (inAreas.length > 0) return inAreas;
  return candidates.filter(({ place }) =>
    within.every((area) => found.some((named) => named.asked === area && contains(named.place, place))),
  );
}

/** A town's section ("Queens, New York City") is known by lying in the same region. */
function contains(area: Place, { country, regionCode }: Place): boolean {
  if (area.country !== country) return false;
  return area.kind === 'country' || (regionCode !== null && area.regionCode === regionCode);
}

/** A country spelled out ("Mexico") is meant before a small town of the board's countries; its code ("GA") is not. */
function isHome({ asked, place }: NamedPlace, home: ReadonlySet<string>): boolean {
  return home.has(place.country) || (place.kind === 'country' && asked.length > 3);
}

/** A town outweighs the region of its name unless it is a twentieth of it, and a name of its own one that others gave. */
function size({ asked, place }: NamedPlace): number {
  if (place.kind !== 'town') return place.population;
  return place.population * (` ${fold(place.name)} `.includes(` ${asked} `) ? 20 : 5);
}
