import { type GazetteerEntry, readGazetteer } from '#db/gazetteer/read.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

/** Towns, regions and countries by folded name, the likeliest first. */
export interface PlaceIndex {
  find(name: string): readonly Place[];
  /** ISO 3166-1 code of a country's name or code; null where there is none. */
  country(name: string): string | null;
}

/** Holds the gazetteer in memory; reading it takes a second or two. */
export function indexPlaces(entries: Iterable<GazetteerEntry> = readGazetteer()): PlaceIndex {
  const byName = new Map<string, Place[]>();
  for (const { names, ...place } of entries) {
    for (const name of names) {
      const known = byName.get(name);
      if (known) known.push(place);
      else byName.set(name, [place]);
    }
  }
  for (const [name, places] of byName) {
    if (places.length > 1) places.sort((a, b) => weight(b, name) - weight(a, name));
  }
  const find = (name: string): readonly Place[] => byName.get(name) ?? [];
  return { find, country: (name) => find(fold(name)).find(({ kind }) => kind === 'country')?.country ?? null };
}

/** A place's own name counts for more than one that others have for it: `Manhattan` is the borough, though the city is called so too. */
function weight({ name: own, population }: Place, name: string): number {
  return fold(own) === name ? population * 10 : population;
}
