import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GazetteerEntry } from '#db/gazetteer/read.ts';
import type { ImportArguments } from '#db/import/arguments.ts';
import { importFeed } from '#db/import/import-feed.ts';
import { type PlaceIndex, placeIndex } from '#db/import/places/place-index.ts';
import type { RowProblem } from '#db/import/raw-job.ts';
import { openInput } from '#db/import/read/open-input.ts';
import type { ImportSummary } from '#db/import/summary.ts';
import type { FreshDatabase } from '#tests/support/database.ts';
import { fold } from '#worker/kernel/text.ts';

const QUIET = { start() {}, update() {}, stop() {} };

function place(id: string, name: string, rest: Partial<GazetteerEntry>): GazetteerEntry {
  return {
    id,
    kind: 'town',
    name,
    region: 'New York',
    regionCode: 'US.NY',
    country: 'US',
    lat: 40.7,
    lng: -74,
    population: 1000,
    names: [fold(name)],
    own: 1,
    ...rest,
  };
}

/** A gazetteer of a few places, true ones. */
const ENTRIES = [
  place('5128581', 'New York City', {
    lat: 40.71427,
    lng: -74.00597,
    population: 8_804_190,
    names: ['new york city', 'new york', 'manhattan'],
  }),
  place('5110266', 'The Bronx', { lat: 40.84985, lng: -73.86641, population: 1_385_108, names: ['the bronx', 'bronx'] }),
  place('5125771', 'Manhattan', { lat: 40.78343, lng: -73.96625, population: 1_487_536 }),
  place('5133273', 'Queens', { lat: 40.68149, lng: -73.83652, population: 2_272_771 }),
  place('5110302', 'Brooklyn', { lat: 40.6501, lng: -73.94958, population: 2_736_074 }),
  place('5139568', 'Staten Island', { lat: 40.56233, lng: -74.13986, population: 468_730 }),
  place('5113779', 'Corona', { lat: 40.74705, lng: -73.86014, population: 109_698 }),
  place('5125125', 'Long Island City', { lat: 40.74482, lng: -73.94875, population: 25_595 }),
  place('5122520', 'Jamaica', { lat: 40.69149, lng: -73.80569, population: 216_866 }),
  place('5107464', 'Astoria', { lat: 40.77205, lng: -73.93014, population: 150_165 }),
  place('5119347', 'Greenwich', { lat: 43.09, lng: -73.5, population: 1_700 }),
  place('2673730', 'Stockholm', {
    region: 'Stockholm',
    regionCode: 'SE.26',
    country: 'SE',
    lat: 59.33258,
    lng: 18.0649,
    population: 1_515_017,
  }),
  place('4250542', 'Springfield', { region: 'Illinois', regionCode: 'US.IL', population: 114_000 }),
  place('4951788', 'Springfield', { region: 'Massachusetts', regionCode: 'US.MA', population: 153_000 }),
  place('US.IL', 'Illinois', {
    kind: 'region',
    region: 'Illinois',
    regionCode: 'US.IL',
    population: 12_000_000,
    names: ['illinois', 'il'],
  }),
  place('US.NY', 'New York', { kind: 'region', population: 19_000_000, names: ['new york', 'ny'] }),
  place('US', 'United States', {
    kind: 'country',
    region: null,
    regionCode: null,
    population: 330_000_000,
    names: ['united states', 'us', 'usa'],
  }),
  place('SE', 'Sweden', {
    kind: 'country',
    country: 'SE',
    region: null,
    regionCode: null,
    population: 10_000_000,
    names: ['sweden', 'se', 'sverige'],
  }),
];

export function smallGazetteer(): PlaceIndex {
  return placeIndex(async (names) => new Map(names.map((name) => [name, ENTRIES.filter((entry) => entry.names.includes(name))])));
}

export interface ImportedFile extends ImportSummary {
  readonly problems: readonly RowProblem[];
}

/** Imports a text, or bytes, as if it were a file. */
export async function importText(
  { db }: Pick<FreshDatabase, 'db'>,
  content: string | Uint8Array,
  options: Partial<ImportArguments> & { readonly now: number; readonly publicUrl?: string },
): Promise<ImportedFile> {
  const folder = mkdtempSync(join(tmpdir(), 'keepword-feed-'));
  const problems: RowProblem[] = [];
  try {
    const file = join(folder, 'feed');
    writeFileSync(file, content);
    const { now, publicUrl = null, ...rest } = options;
    const report = {
      add: (problem: RowProblem) => void problems.push(problem),
      count: () => problems.length,
      byField: () => [],
      close: async () => null,
    };
    const all = { file, mapping: null, source: null, full: false, yes: false, ...rest };
    const summary = await importFeed({
      db,
      input: await openInput(file),
      options: all,
      index: smallGazetteer(),
      now,
      publicUrl,
      report,
      progress: QUIET,
      written() {},
    });
    return { ...summary, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
