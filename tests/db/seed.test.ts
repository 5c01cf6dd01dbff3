import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGazetteer } from '#db/gazetteer/read.ts';
import { seedEmployers } from '#db/seed/employers.ts';
import { seedDemonstration } from '#db/seed/seed-demonstration.ts';
import { seedsFor } from '#db/seed/seeds-for.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { board } from '#worker/board/model/this-board.ts';

const now = Date.UTC(2026, 4, 12, 9);
const DAY = 86_400_000;
const seeded = seedEmployers.flatMap((employer) => employer.jobs.map((job) => ({ ...job, employer })));
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemonstration(database.db, now);
});

afterAll(async () => {
  await database.close();
});

async function rows(sql: string) {
  return (await database.client.execute(sql)).rows;
}

describe('the demonstration board', () => {
  test('has about sixty public ads of a dozen employers, each noted for the search', async () => {
    const [counts] = await rows(`
      select (select count(*) from public_jobs where public_from <= ${now} and public_until > ${now}) as ads,
        (select count(distinct employer_seq) from public_jobs) as employers, (select count(*) from search_outbox) as noted`);
    expect(counts?.['ads']).toBe(seeded.length);
    expect(Number(counts?.['ads'])).toBeGreaterThanOrEqual(58);
    expect(Number(counts?.['employers'])).toBeGreaterThanOrEqual(12);
    expect(counts?.['noted']).toBe(seeded.length);
    expect((await rows('select min(enqueued_at) as since from search_outbox'))[0]?.['since']).toBe(now);
  });

  test('is seeded once, also when stopped between the ads and the note of it', async () => {
    const before = await rows('select id from jobs order by id');
    expect(await seedDemonstration(database.db, now + DAY)).toBe('present');
    await database.client.execute("delete from facts where name = 'seeded'");
    expect(await seedDemonstration(database.db, now + DAY)).toBe('seeded');
    expect(await rows('select id from jobs order by id')).toEqual(before);
  });

  test('is seeded although ads were imported before', async () => {
    const other = await freshDatabase();
    await other.client.batch([
      "insert into sources (id, name, first_imported_at, last_imported_at) values ('s', 'A feed', 1, 1)",
      "insert into employers (id, slug, name, name_key, source_id, created_at, updated_at) values ('e', 'e', 'E', 'e', 's', 1, 1)",
    ]);
    expect(await seedDemonstration(other.db, now)).toBe('seeded');
    await other.close();
  });

  test('spreads its dates over the last forty days, with time left to apply', async () => {
    const posted = (await rows('select posted_at, valid_through from jobs')).map((row) => ({
      daysAgo: (now - Number(row['posted_at'])) / DAY,
      validThrough: row['valid_through'],
    }));
    expect(posted.every(({ daysAgo }) => daysAgo > 0 && daysAgo < 41)).toBe(true);
    expect(posted.filter(({ daysAgo }) => daysAgo < 7).length).toBeGreaterThan(5);
    expect(posted.every(({ validThrough }) => validThrough === null || Number(validThrough) > now + DAY)).toBe(true);
  });
});

describe('on a board of one’s own, the seeded ads', () => {
  const { countries, currencies, categories } = otherBoard;
  const chosen = seedsFor(otherBoard).flatMap((employer) => employer.jobs);

  test('are some, of employers that have ads, and lie in its countries', () => {
    expect(chosen.length).toBeGreaterThan(5);
    expect(seedsFor(otherBoard).filter(({ jobs }) => jobs.length === 0)).toEqual([]);
    expect(chosen.flatMap(({ places }) => places).filter(({ country }) => !countries.includes(country))).toEqual([]);
  });

  test('are paid in its currencies, under its categories, other for what it has none for', () => {
    expect(chosen.filter(({ salary }) => salary && !currencies.includes(salary.currency))).toEqual([]);
    const known = categories.map(({ id }) => id);
    expect(chosen.filter(({ category }) => !known.includes(category))).toEqual([]);
    expect(chosen.some(({ category }) => category === 'other')).toBe(true);
  });

  test('are all there are where none lies in its countries: an empty board shows nothing', () => {
    expect(seedsFor({ countries: ['NZ'], currencies: ['NZD'], categories }).flatMap(({ jobs }) => jobs)).toHaveLength(seeded.length);
  });
});

describe('every seeded ad', () => {
  test('is in a category of the board', () => {
    const categories = new Set(board.categories.map(({ id }) => id));
    expect(seeded.filter(({ category }) => !categories.has(category)).map(({ title }) => title)).toEqual([]);
  });

  test('names towns as the gazetteer knows them, or is fully remote', () => {
    const towns = new Map([...readGazetteer()].filter(({ kind }) => kind === 'town').map((town) => [town.id, town]));
    for (const { title, places, remote } of seeded) {
      expect(places.length > 0 || remote?.partly === false, title).toBe(true);
      for (const { placeId, name, region, regionCode, country, lat, lng } of places) {
        expect(towns.get(placeId ?? '')).toMatchObject({ name, region, regionCode, country, lat, lng });
      }
    }
  });

  test.each(seeded.map((job) => [job.title, job] as const))('is written in full: %s', (_title, { description }) => {
    const words = description.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(120);
    expect(words).toBeLessThanOrEqual(250);
  });

  test('states pay whose top is at most twice its bottom, or is a volunteer’s', () => {
    for (const { title, salary, gig, types } of seeded) {
      const pay = gig?.price ?? salary;
      expect(pay === undefined, title).toBe(types.includes('volunteer'));
      if (pay) expect(pay.max, title).toBeLessThanOrEqual((pay.min ?? 0) * 2);
    }
  });

  test('gives no way to reach a person in what the public reads', () => {
    for (const { title, description, skills, referenceId, employer } of seeded) {
      const text = [title, description, ...skills, referenceId, employer.about, employer.website].join('\n');
      expect(text, title).not.toMatch(/@|\(at\)|\+\d{2}|\d{3}[ -]\d{3}[ -]\d{2,4}/);
    }
  });

  test('keeps its mail address among the private contacts only', async () => {
    const addresses = (await rows('select value from job_contacts')).map((row) => String(row['value']));
    expect(addresses.length).toBeGreaterThan(5);
    const open = JSON.stringify([await rows('select * from public_jobs'), await rows('select * from employers')]);
    expect(addresses.filter((address) => open.includes(address))).toEqual([]);
  });

  test('leads only to hosts that exist for examples, over https', () => {
    const addresses = seeded.flatMap(({ apply, employer }) => [
      ...(employer.website === null ? [] : [employer.website]),
      ...(apply.by === 'url' ? [apply.url] : []),
    ]);
    expect(addresses.filter((address) => !/^https:\/\/[a-z-]+\.example(\/|$)/.test(address))).toEqual([]);
  });

  test('is one of a mixture: languages, currencies, kinds and types', () => {
    const kinds = <Value>(values: readonly Value[]) => new Set(values).size;
    expect(kinds(seeded.map(({ language }) => language ?? 'en'))).toBeGreaterThanOrEqual(5);
    expect(kinds(seeded.map(({ salary }) => salary?.currency))).toBeGreaterThanOrEqual(5);
    expect(kinds(seeded.flatMap(({ types }) => types))).toBe(7);
    expect(seeded.filter(({ kind }) => kind === 'gig').length).toBeGreaterThanOrEqual(5);
    expect(seeded.filter(({ places }) => places.length > 1).length).toBeGreaterThanOrEqual(8);
  });
});
