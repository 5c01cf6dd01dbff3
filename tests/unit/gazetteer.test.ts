import { describe, expect, test } from 'vitest';
import { centreOf } from '#db/gazetteer/centre.ts';
import { placeReadings } from '#db/gazetteer/place-readings.ts';
import { type GazetteerEntry, readGazetteer } from '#db/gazetteer/read.ts';

const entries = new Map<string, GazetteerEntry>([...readGazetteer()].map((entry) => [entry.id, entry]));

describe('the gazetteer', () => {
  test('has every id once', () => {
    expect(entries.size).toBe([...readGazetteer()].length);
  });

  test('knows a town by its own name first and by its names abroad', () => {
    const munich = entries.get('2867714');
    expect(munich?.names[0]).toBe('munich');
    expect(munich?.names).toEqual(expect.arrayContaining(['munchen', 'muenchen', 'monaco di baviera']));
  });

  test('spells the Azerbaijani ə as keyboards do', () => {
    expect([...entries.values()].filter(({ name, region }) => `${name}${region}`.includes('\u01dd'))).toEqual([]);
  });

  test('knows the regions and countries of its towns, each with people and a centre inside', () => {
    expect(entries.get('US.NY')).toMatchObject({ kind: 'region', name: 'New York', country: 'US' });
    const sweden = entries.get('SE');
    expect(sweden?.population).toBeGreaterThan(5_000_000);
    expect(sweden?.lat).toBeGreaterThan(55);
    expect(sweden?.lat).toBeLessThan(69);
    const towns = [...entries.values()].filter(({ kind }) => kind === 'town');
    expect(towns.filter(({ country, regionCode }) => !entries.has(country) || (regionCode !== null && !entries.has(regionCode)))).toEqual(
      [],
    );
  });

  test('leaves out villages, small sections of cities and what is no more', () => {
    expect([...entries.values()].filter(({ name }) => /\(historical\)/.test(name))).toEqual([]);
    expect(entries.has('3038999')).toBe(false);
    expect(entries.has('3039154')).toBe(true);
    expect(entries.has('8348339')).toBe(false);
  });
});

test('the centre of towns on both sides of the 180th meridian lies between them', () => {
  const { lng, population } = centreOf([
    { lat: -17, lng: 179, population: 10 },
    { lat: -17, lng: -179, population: 10 },
  ]);
  expect(Math.abs(lng)).toBe(180);
  expect(population).toBe(20);
});

test('a typed place is read as a whole first, then as a town with what follows', () => {
  expect(placeReadings('New York NY')).toEqual([
    { name: 'new york ny', within: [] },
    { name: 'new york', within: ['ny'] },
    { name: 'new', within: ['york ny'] },
  ]);
  expect(placeReadings('Malmö, Sverige')[0]).toEqual({ name: 'malmo', within: ['sverige'] });
});
