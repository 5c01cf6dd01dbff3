import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

/** Towns, regions and countries by folded name, the likeliest first. Names not learned yet find nothing and are noted. */
export interface PlaceIndex {
  find(name: string): readonly Place[];
  /** ISO 3166-1 code of a country's name or code; null where there is none. */
  country(name: string): string | null;
  /** How often a name was asked for that is not learned yet: what was worked out meanwhile may be wrong. */
  misses(): number;
  /** Looks up the noted names. False where there were none: everything asked for since was answered rightly. */
  learn(): Promise<boolean>;
}

/** The places of each of these folded names, in any order. */
export type PlaceLookUp = (names: readonly string[]) => Promise<ReadonlyMap<string, readonly Place[]>>;

const MOST_REMEMBERED = 200_000;

/** A feed names a few hundred of the gazetteer's places: only what it asks for is held in memory. */
export function placeIndex(lookUp: PlaceLookUp): PlaceIndex {
  const known = new Map<string, readonly Place[]>();
  const unknown = new Set<string>();
  let misses = 0;
  const find = (name: string): readonly Place[] => {
    const places = known.get(name);
    if (places) return places;
    misses += 1;
    unknown.add(name);
    return [];
  };
  return {
    find,
    country: (name) => find(fold(name)).find(({ kind }) => kind === 'country')?.country ?? null,
    misses: () => misses,
    async learn() {
      if (unknown.size === 0) return false;
      const names = [...unknown];
      const found = await lookUp(names);
      if (known.size > MOST_REMEMBERED) known.clear();
      for (const name of names) known.set(name, likeliestFirst(found.get(name) ?? [], name));
      unknown.clear();
      return true;
    },
  };
}

function likeliestFirst(places: readonly Place[], name: string): readonly Place[] {
  return places.toSorted((a, b) => weight(b, name) - weight(a, name));
}

/** A place's own name counts for more than one that others have for it: `Manhattan` is the borough, though the city is called so too. */
function weight({ name: own, population }: Place, name: string): number {
  return fold(own) === name ? population * 10 : population;
}
