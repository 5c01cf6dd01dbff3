import { cleanLine } from '#db/import/clean/clean-text.ts';
import type { PlaceIndex } from '#db/import/places/place-index.ts';
import { type PlaceHints, readAddress } from '#db/import/places/read-address.ts';
import type { RawPlace } from '#db/import/raw-job.ts';
import type { JobPlace } from '#worker/jobs/model/job-posting.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

const MOST_PLACES = 12;
const LONGEST = 120;
const MOST_REMEMBERED = 20_000;

/** A place of an ad with the code of its region. */
export interface ResolvedPlace extends JobPlace {
  readonly regionCode: string | null;
}

export interface PlaceResolving {
  readonly index: PlaceIndex;
  readonly hints: PlaceHints;
  /** Name of the place taken where an address names none that is known. */
  readonly fallback: string | null;
}

/** Turns what a feed says of places into places with coordinates, as far as they are known; remembers what it has seen. */
export function placeResolver({ index, hints, fallback }: PlaceResolving): (places: readonly RawPlace[]) => readonly ResolvedPlace[] {
  const remembered = new Map<string, readonly ResolvedPlace[]>();
  const once = (key: string, resolve: () => readonly ResolvedPlace[]) => {
    const known = remembered.get(key);
    if (known) return known;
    const missesBefore = index.misses();
    const found = resolve();
    if (index.misses() > missesBefore) return found;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, found);
    return found;
  };
  return (places) => {
    const addresses = places.flatMap((place) => (place.by === 'address' ? [place.text] : []));
    const parts = places.flatMap((place) => (place.by === 'parts' ? [place] : []));
    const read = addresses.length === 0 ? [] : once(addresses.join('\n'), () => fromAddresses(addresses, { index, hints }));
    const found = [...read, ...parts.flatMap((place) => once(JSON.stringify(place), () => fromParts(place, { index, hints })))];
    const distinct = found.filter((place, at) => found.findIndex((other) => isSame(other, place)) === at).slice(0, MOST_PLACES);
    const lastResort = distinct.length > 0 || fallback === null ? null : bestNamed(fallback, { index, hints });
    if (lastResort === null) return distinct;
    return [asJobPlace(lastResort, { street: addresses.map((text) => streetOf(text)).find(Boolean) ?? null, postalCode: null })];
  };
}

function isSame(a: ResolvedPlace, b: ResolvedPlace): boolean {
  return a.placeId === b.placeId && (a.placeId !== null || (a.name === b.name && a.country === b.country));
}

type Knowledge = Pick<PlaceResolving, 'index' | 'hints'>;

/** Several texts about one ad are read as one: what one of them names more exactly needs no wider place beside it. */
function fromAddresses(texts: readonly string[], knowledge: Knowledge): readonly ResolvedPlace[] {
  const towns = readAddress(texts.join('\n'), knowledge);
  const whole = towns.length === 0 ? texts.flatMap((text) => bestNamed(text, knowledge) ?? [])[0] : undefined;
  const places = whole ? [whole] : towns;
  const street = places.length === 1 ? (texts.map((text) => streetOf(text)).find(Boolean) ?? null) : null;
  return places.map((place) => asJobPlace(place, { street, postalCode: null }));
}

type Parts = Extract<RawPlace, { by: 'parts' }>;

/** A town named by itself, in the country and region named beside it; where it is unknown, its name without coordinates. */
function fromParts(parts: Parts, { index, hints }: Knowledge): readonly ResolvedPlace[] {
  const country = (parts.country && index.country(parts.country)) ?? hints.country;
  const region = parts.region && country ? regionNamed(parts.region, { index, country }) : null;
  const within = { ...hints, country, region: region?.regionCode ?? null };
  const town = parts.locality
    ? (bestNamed(parts.locality, { index, hints: within }) ?? readAddress(parts.locality, { index, hints: within })[0] ?? null)
    : null;
  const detail = { street: parts.street && streetOf(parts.street, true), postalCode: parts.postalCode && cleanLine(parts.postalCode, 20) };
  if (town && town.kind === 'town') return [asJobPlace(town, detail)];
  const code = country ?? town?.country ?? region?.country ?? null;
  const name =
    parts.locality ??
    region?.name ??
    parts.region ??
    (code && index.find(code.toLowerCase()).find(({ kind }) => kind === 'country')?.name) ??
    null;
  if (code === null || name === null) return parts.locality === null ? [] : fromAddresses([parts.locality], { index, hints });
  return [
    {
      placeId: null,
      name: cleanLine(name, LONGEST),
      region: region?.name ?? null,
      regionCode: region?.regionCode ?? null,
      country: code,
      lat: null,
      lng: null,
      ...detail,
    },
  ];
}

function regionNamed(name: string, { index, country }: { index: PlaceIndex; country: string }): Place | null {
  return index.find(fold(name)).find((place) => place.kind === 'region' && place.country === country) ?? null;
}

/** The largest place of this very name inside the hints, towns before regions and countries. */
function bestNamed(name: string, { index, hints }: Knowledge): Place | null {
  const folded = fold(name);
  const inside = index
    .find(hints.abbreviations.get(folded) ?? folded)
    .filter(
      (place) =>
        (hints.country === null || place.country === hints.country) && (hints.region === null || place.regionCode === hints.region),
    );
  return inside.find(({ kind }) => kind === 'town') ?? inside[0] ?? null;
}

function asJobPlace(place: Place, detail: { street: string | null; postalCode: string | null }): ResolvedPlace {
  const { name, region, regionCode, country, lat, lng } = place;
  return { placeId: place.kind === 'town' ? place.id : null, name, region, regionCode, country, lat, lng, ...detail };
}

/** An address as the ad states it; a text without a house number is the name of an office, not of a street. */
function streetOf(text: string, isStreet = false): string | null {
  const line = cleanLine(text, LONGEST).replace(
    /(\d)(St|Nd|Rd|Th|ST|ND|RD|TH)\b/g,
    (_, digit: string, ending: string) => digit + ending.toLowerCase(),
  );
  return line !== '' && (isStreet || /\d/.test(line)) ? line : null;
}
