import { expect, test } from 'vitest';
import type { Place } from '#worker/jobs/model/places.ts';
import { areaOf, distanceKm } from '#worker/jobs/model/search-area.ts';
import { decideSort, sortProblems } from '#worker/jobs/model/search-sort.ts';

const MALMO: Place = {
  id: '2692969',
  kind: 'town',
  name: 'Malmö',
  region: 'Skåne',
  regionCode: 'SE.27',
  country: 'SE',
  lat: 55.606,
  lng: 13.0007,
  population: 301_706,
};
const circle = areaOf(MALMO, null);

test('a town is a circle of 25 km unless said, a region or country all of it', () => {
  expect(circle).toEqual({ kind: 'circle', lat: 55.606, lng: 13.0007, radiusKm: 25 });
  expect(areaOf(MALMO, 5)).toMatchObject({ radiusKm: 5 });
  expect(areaOf({ ...MALMO, kind: 'region' }, 5)).toEqual({ kind: 'region', code: 'SE.27' });
  expect(areaOf({ ...MALMO, kind: 'country' }, 5)).toEqual({ kind: 'country', code: 'SE' });
});

test('distance is measured along the ground', () => {
  expect(distanceKm(MALMO, { lat: 59.3294, lng: 18.0687 })).toBeCloseTo(513, 0);
  expect(distanceKm({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111.2, 1);
});

test('nearest first needs a town to be near to', () => {
  expect(sortProblems({ sort: 'distance' }, circle)).toEqual([]);
  expect(sortProblems({ sort: 'distance' }, null).map(({ field }) => field)).toEqual(['sort']);
  expect(sortProblems({ sort: 'distance' }, { kind: 'country', code: 'SE' }).map(({ field }) => field)).toEqual(['sort']);
  expect(sortProblems({ sort: 'newest' }, null)).toEqual([]);
});

test('the best match comes first where there are words, else the newest', () => {
  expect(decideSort({ sort: null, words: 'nurse' })).toBe('relevance');
  expect(decideSort({ sort: null, words: '' })).toBe('newest');
  expect(decideSort({ sort: 'relevance', words: '' })).toBe('newest');
  expect(decideSort({ sort: 'salary', words: 'nurse' })).toBe('salary');
});
