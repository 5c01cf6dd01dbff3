import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadGazetteer } from '#db/gazetteer/load.ts';
import { type PlacesRepository, placesRepository } from '#db/repositories/places.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { placeChoice } from '#worker/jobs/model/place-choice.ts';

const countries = ['US', 'SE', 'FI', 'AZ', 'DE', 'GB'];
let database: FreshDatabase;
let places: PlacesRepository;

beforeAll(async () => {
  database = await freshDatabase();
  await loadGazetteer(database.db);
  places = placesRepository(database.db);
}, 60_000);

afterAll(async () => {
  await database.close();
});

async function labelsOf(typed: string) {
  const resolved = await places.resolve(typed, countries);
  if (!resolved) return null;
  const label = (place: typeof resolved.place) => placeChoice(place, 'en').label;
  return { place: label(resolved.place), others: resolved.others.map(label) };
}

async function suggested(prefix: string, limit = 8) {
  const found = await places.suggest(prefix, { limit, countries });
  return found.map((place) => placeChoice(place, 'en').label);
}

describe('a typed place', () => {
  test.each([
    ['Malmö', 'Malmö, Skåne, Sweden'],
    ['malmo', 'Malmö, Skåne, Sweden'],
    ['MALMOE', 'Malmö, Skåne, Sweden'],
    ['Munich', 'Munich, Bavaria, Germany'],
    ['München', 'Munich, Bavaria, Germany'],
    ['muenchen', 'Munich, Bavaria, Germany'],
    ['bronx', 'The Bronx, New York, United States'],
    ['Bakı', 'Baku, Baku, Azerbaijan'],
    ['Gəncə', 'Ganja, Ganja, Azerbaijan'],
    ['Helsingfors', 'Helsinki, Uusimaa, Finland'],
    ['NYC', 'New York City, New York, United States'],
    ['Washington, D.C.', 'Washington, District of Columbia, United States'],
    ['NY', 'New York, United States'],
    ['Skåne', 'Skåne, Sweden'],
    ['Bayern', 'Bavaria, Germany'],
    ['Sweden', 'Sweden'],
    ['Sverige', 'Sweden'],
    ['Suomi', 'Finland'],
    ['Azərbaycan', 'Azerbaijan'],
    ['UK', 'United Kingdom'],
    ['Mexico', 'Mexico'],
  ])('%s is %s', async (typed, label) => {
    expect((await labelsOf(typed))?.place).toBe(label);
  });

  test.each([
    ['Springfield, Illinois', 'Springfield, Illinois, United States'],
    ['Springfield, IL', 'Springfield, Illinois, United States'],
    ['springfield il', 'Springfield, Illinois, United States'],
    ['Springfield, Illinois, United States', 'Springfield, Illinois, United States'],
    ['Paris, France', 'Paris, Île-de-France, France'],
    ['New York, NY, USA', 'New York City, New York, United States'],
    ['Queens, New York City', 'Queens, New York, United States'],
  ])('%s is narrowed to %s by what follows', async (typed, label) => {
    expect((await labelsOf(typed))?.place).toBe(label);
  });

  test('of an ambiguous name is the largest town in the countries of the board, and the others are offered', async () => {
    const springfield = await labelsOf('Springfield');
    expect(springfield?.place).toBe('Springfield, Missouri, United States');
    expect(springfield?.others).toContain('Springfield, Illinois, United States');
    expect((await labelsOf('Paris'))?.others[0]).toBe('Paris, Île-de-France, France');
  });

  test('that is a city and a region is the city, and the region is offered', async () => {
    expect(await labelsOf('New York')).toEqual({ place: 'New York City, New York, United States', others: ['New York, United States'] });
  });

  test('is the largest anywhere when the board’s countries have none', async () => {
    expect((await places.resolve('London', ['CA']))?.place.country).toBe('CA');
    expect((await places.resolve('Reykjavík', countries))?.place.country).toBe('IS');
  });

  test.each(['5110266', 'US.NY', 'AI.11205437', 'SE'])('may be the id %s', async (id) => {
    expect((await places.resolve(id, countries))?.place.id).toBe(id);
  });

  test('may be any text at all', async () => {
    const anything = fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (typed) => {
      await places.resolve(typed, countries);
      await places.suggest(typed, { limit: 8, countries });
    });
    await fc.assert(anything, { numRuns: 60 });
    expect(await places.resolve(','.repeat(2_000), countries)).toBeNull();
    expect(await places.resolve('a,b c,'.repeat(2_000), countries)).toBeNull();
  });

  test.each(['', '  ', '%', ',', "'; drop table places", 'Nowhere at all', 'Springfield, Nowhere'])(
    'that nobody knows (%j) is none',
    async (typed) => {
      expect(await places.resolve(typed, countries)).toBeNull();
    },
  );
});

describe('suggestions', () => {
  test('begin with the largest place of the board whose name begins so', async () => {
    expect((await suggested('malm'))[0]).toBe('Malmö, Skåne, Sweden');
    expect((await suggested('stockh'))[0]).toBe('Stockholm, Stockholm, Sweden');
    expect((await suggested('Mün'))[0]).toBe('Munich, Bavaria, Germany');
    expect((await suggested('brook'))[0]).toBe('Brooklyn, New York, United States');
  });

  test('hold regions and countries too', async () => {
    expect(await suggested('new york')).toEqual(
      expect.arrayContaining(['New York City, New York, United States', 'New York, United States']),
    );
    expect((await suggested('finl'))[0]).toBe('Finland');
  });

  test('never show one label twice, though England has two towns named Shirley', async () => {
    const labels = await suggested('shirley', 20);
    expect(labels[0]).toBe('Shirley, England, United Kingdom');
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('keep to the limit', async () => {
    expect(await suggested('san', 5)).toHaveLength(5);
  });

  test.each(['', ' ', '%', '__', '"'])('for %j are none', async (prefix) => {
    expect(await suggested(prefix)).toEqual([]);
  });

  test('are found by the index alone', async () => {
    const empty = await freshDatabase();
    const plan = await empty.client.execute(
      "explain query plan select place_id from place_names where name >= 'ma' and name < 'mb' order by weight * iif(country in ('SE'), 50, 1) desc limit 8",
    );
    await empty.close();
    expect(plan.rows.map((row) => String(row['detail'])).join('\n')).toContain('USING COVERING INDEX place_names_look_up');
  });
});

describe('loading the gazetteer', () => {
  test('again changes nothing', async () => {
    expect(await loadGazetteer(database.db)).toBe('present');
  });

  test('that was interrupted goes on and ends with the same places', async () => {
    const count = async () => (await database.client.execute('select count(*) as n from places')).rows[0]?.['n'];
    const all = await count();
    await database.client.batch([
      "update facts set value = 'loading ' || value where name = 'gazetteer'",
      'delete from places where rowid > 100000',
      'delete from place_names where rowid > 200000',
    ]);
    expect(await loadGazetteer(database.db)).toBe('loaded');
    expect(await count()).toBe(all);
  }, 60_000);
});

test('many names are looked up at once, each with all its places', async () => {
  const found = await places.named(['paris', 'se', 'no such place', '%']);
  expect([...found.keys()].toSorted()).toEqual(['paris', 'se']);
  expect(found.get('se')).toContainEqual(expect.objectContaining({ id: 'SE', kind: 'country' }));
  expect(found.get('paris')?.map(({ country }) => country)).toEqual(expect.arrayContaining(['FR', 'US']));
});
