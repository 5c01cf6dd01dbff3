import { expect, test } from 'vitest';
import { chooseMapping, loadMapping } from '#db/import/map/choose-mapping.ts';
import type { RawPlace } from '#db/import/raw-job.ts';
import { type PlaceResolving, placeResolver, type ResolvedPlace } from '#db/import/resolve-place.ts';
import { smallGazetteer } from '#tests/support/import-feed.ts';
import { fold } from '#worker/kernel/text.ts';

const nyc = loadMapping(new URL('../../db/import/mappings/nyc-jobs.json', import.meta.url));
const abbreviations = new Map(Object.entries(nyc.places?.abbreviations ?? {}).map(([short, name]) => [fold(short), fold(name)] as const));
const hints = { country: 'US', region: 'US.NY', abbreviations };
const inNewYork = learning({ hints, fallback: 'New York City' });
const anywhere = learning({ hints: { country: null, region: null, abbreviations: new Map() }, fallback: null });

/** Resolves places as an import does: what the index has not learned yet, it looks up. */
function learning(knowledge: Omit<PlaceResolving, 'index'>): (places: readonly RawPlace[]) => Promise<readonly ResolvedPlace[]> {
  const index = smallGazetteer();
  const resolve = placeResolver({ index, ...knowledge });
  return async (places) => {
    do resolve(places);
    while (await index.learn());
    return resolve(places);
  };
}

async function read(...texts: readonly string[]): Promise<string> {
  return (await inNewYork(texts.map((text) => ({ by: 'address', text })))).map(({ name }) => name).join(', ');
}

test.each([
  ['198 E161St Street Bronx N.Y.', 'The Bronx'],
  ['260 E 161st St., Brx', 'The Bronx'],
  ['59-17 Junction Blvd Corona Ny', 'Corona'],
  ['30-30 Thomson Ave L I City Qns', 'Long Island City'],
  ['34-02 Queens Boulevard Long Is', 'Long Island City'],
  ['34-33 Junction Blvd Queens', 'Queens'],
  ['150-20 134 St. Jamaica Queens', 'Jamaica'],
  ['43-01 Berrian Blvd, Astoria Qu', 'Astoria'],
  ['182 Joline Ave, Staten Isl', 'Staten Island'],
  ['1218 Prospect Place Bklyn, N.Y', 'Brooklyn'],
  ['55 Water Street, Manhattan', 'Manhattan'],
  ['Queens-SI Management', 'Queens, Staten Island'],
  ['1 Lefrak City, Queens NYPD medical districts in Queens, Bklyn, Bronx, SI', 'Queens, Brooklyn, The Bronx, Staten Island'],
])('reads %j as %s', async (text, places) => {
  expect(await read(text)).toBe(places);
});

test.each([
  '75-20 Astoria Blvd',
  '90-12 Jamaica Ave',
  '255 Greenwich Street',
  '100 Church St., N.Y.',
  '1 Centre St., N.Y.',
  '329 Brooklyn Ave',
  'Queens Blvd',
  'Fire Safety Unit',
])('takes no street or office for a place: %j', async (text) => {
  expect(await read(text)).toBe('New York City');
});

test('reads several texts about one ad together', async () => {
  expect(await read('55 Water St Ny Ny', '42-00 Vernon Blvd LIC')).toBe('Long Island City');
  expect(await read('1270 Ryawa Avenue', '1270 Ryawa Avenue Bronx, NY 10474 AND 1 Richmond Terrace Staten Island, NY')).toBe(
    'The Bronx, Staten Island',
  );
});

test('keeps the address as the street of a single place', async () => {
  expect(await inNewYork([{ by: 'address', text: '30-30 47TH AVE' }])).toMatchObject([
    { name: 'New York City', placeId: '5128581', street: '30-30 47th AVE' },
  ]);
  expect(await inNewYork([{ by: 'address', text: 'Office of the CEO' }])).toMatchObject([{ name: 'New York City', street: null }]);
});

const parts = (rest: Partial<Extract<RawPlace, { by: 'parts' }>>): RawPlace => ({
  by: 'parts',
  locality: null,
  region: null,
  country: null,
  postalCode: null,
  street: null,
  ...rest,
});

test('tells towns of one name apart by region and country', async () => {
  expect(await anywhere([parts({ locality: 'Springfield', region: 'IL', country: 'USA' })])).toMatchObject([{ placeId: '4250542' }]);
  expect(await anywhere([parts({ locality: 'Springfield', country: 'US' })])).toMatchObject([{ placeId: '4951788' }]);
});

test('keeps an unknown town by its name, without coordinates', async () => {
  expect(await anywhere([parts({ locality: 'Lillby', country: 'Sweden' })])).toMatchObject([
    { placeId: null, name: 'Lillby', country: 'SE', lat: null },
  ]);
  expect(await anywhere([{ by: 'address', text: 'Somewhere' }])).toEqual([]);
});

test('names the field of a mapping that is wrong', () => {
  const wrong = (mapping: unknown) => () => {
    const path = `data:application/json,${encodeURIComponent(JSON.stringify(mapping))}`;
    loadMapping(path);
  };
  expect(wrong({})).toThrow(/mapping .* cannot be read/);
});

test('says which column of a mapping the file does not have', () => {
  const path = new URL('../../db/import/mappings/nyc-jobs.json', import.meta.url).pathname;
  expect(() => chooseMapping(['Job ID', 'Agency'], path)).toThrow(/has no column "Business Title"/);
  expect(() => chooseMapping(['Job ID', 'Agency'], null)).toThrow(/No mapping fits/);
});
