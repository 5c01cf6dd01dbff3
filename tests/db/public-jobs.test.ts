import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employersRepository } from '#db/repositories/employers.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { employers, jobs, sources } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, aPlace, DAY, NOON } from '#tests/support/jobs.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';

let fresh: FreshDatabase;
let hospital: number;
beforeEach(async () => {
  fresh = await freshDatabase();
  hospital = await addEmployer(fresh.db, 'Hospital');
});
afterEach(() => fresh.close());

const seen = () => publicJobsRepository(fresh.db);
const writes = () => jobWrites(fresh.db);

test('a published ad is shown with all that the public may know', async () => {
  await fresh.db.insert(sources).values({ id: 's', name: 'City', firstImportedAt: NOON, lastImportedAt: NOON, datesMovedDays: 12 });
  const job = aJob(hospital, {
    title: 'Night nurse',
    remote: 'partly',
    remoteCountries: ['SE', 'FI'],
    employmentTypes: ['part-time', 'temporary'],
    skills: ['triage'],
    salaryCurrency: 'SEK',
    salaryMin: 30_000_00,
    salaryMax: 35_000_00,
    salaryPeriod: 'month',
    validThrough: NOON + DAY,
    applyBy: 'url',
    applyUrl: 'https://hospital.example/apply',
    places: [aPlace('Malmö'), aPlace('Lund')],
    sourceId: 's',
    sourceKey: '1',
  });
  await writes().publish([job]);
  expect(await seen().find(job.id, NOON)).toEqual({
    id: job.id,
    slug: 'night-nurse',
    kind: 'job',
    title: 'Night nurse',
    description: 'Care for people.',
    language: 'en',
    employer: {
      id: expect.stringMatching(/^[a-z2-7]{20}$/),
      name: 'Hospital',
      slug: 'hospital',
      website: null,
      logoId: null,
      verified: null,
    },
    places: ['Malmö', 'Lund'].map((name) => ({
      placeId: null,
      name,
      region: 'Skåne',
      country: 'SE',
      street: null,
      postalCode: null,
      lat: 55.6,
      lng: 13,
    })),
    remote: { countries: ['SE', 'FI'], partly: true },
    employmentTypes: ['part-time', 'temporary'],
    salary: { currency: 'SEK', min: 30_000_00, max: 35_000_00, period: 'month' },
    category: 'health',
    skills: ['triage'],
    postedAt: NOON,
    validThrough: NOON + DAY,
    publicUntil: NOON + DAY,
    updatedAt: NOON,
    apply: { by: 'url', url: 'https://hospital.example/apply' },
    referenceId: 'R-1',
    source: { name: 'City', datesMovedDays: 12 },
    details: null,
  });
});

test('a stopped ad is gone from the next answer, and its page says so', async () => {
  const job = aJob(hospital);
  await writes().publish([job]);
  expect(await writes().stop([job.id], NOON + 1)).toEqual([job.id]);
  expect(await seen().find(job.id, NOON + 1)).toBeNull();
  expect(await seen().gone(job.id, NOON + 1)).toEqual({ title: 'Nurse', employer: { name: 'Hospital', slug: 'hospital' }, why: 'stopped' });
});

test('stopping a stopped ad again changes nothing', async () => {
  const job = aJob(hospital);
  await writes().publish([job]);
  await writes().stop([job.id], NOON + 1);
  expect(await writes().stop([job.id, 'unknown'], NOON + 2)).toEqual([]);
});

test('an ad ends after its lifetime, counted anew from the last day its source carried it', async () => {
  const [plain, carried] = [aJob(hospital), aJob(hospital, { carriedAt: NOON + 10 * DAY })];
  await writes().publish([plain, carried]);
  expect((await seen().find(plain.id, NOON + LIFETIME_MS - 1))?.publicUntil).toBe(NOON + LIFETIME_MS);
  expect(await seen().find(plain.id, NOON + LIFETIME_MS)).toBeNull();
  expect((await seen().gone(plain.id, NOON + LIFETIME_MS))?.why).toBe('expired');
  expect((await seen().find(carried.id, NOON + LIFETIME_MS))?.publicUntil).toBe(NOON + 10 * DAY + LIFETIME_MS);
});

test('an ad ends when it says so, if that is earlier', async () => {
  const job = aJob(hospital, { validThrough: NOON + DAY });
  await writes().publish([job]);
  expect(await seen().find(job.id, NOON + DAY - 1)).not.toBeNull();
  expect(await seen().find(job.id, NOON + DAY)).toBeNull();
});

test('an ad dated ahead begins on its day, and before that nobody hears of it', async () => {
  const job = aJob(hospital, { postedAt: NOON + DAY });
  await writes().publish([job]);
  expect(await seen().find(job.id, NOON)).toBeNull();
  expect(await seen().gone(job.id, NOON)).toBeNull();
  expect(await seen().find(job.id, NOON + DAY)).not.toBeNull();
});

test('an ad stopped before it began was never public', async () => {
  const job = aJob(hospital, { postedAt: NOON + DAY });
  await writes().publish([job]);
  await writes().stop([job.id], NOON + 1);
  expect(await seen().gone(job.id, NOON + 2 * DAY)).toBeNull();
});

test('of a suspended employer nothing is shown in any form', async () => {
  const [open, stopped] = [aJob(hospital), aJob(hospital)];
  await writes().publish([open, stopped]);
  await writes().stop([stopped.id], NOON + 1);
  expect(await seen().gone(stopped.id, NOON + 2)).not.toBeNull();
  await fresh.db.update(employers).set({ status: 'suspended' }).where(eq(employers.seq, hospital));
  expect(await seen().find(open.id, NOON)).toBeNull();
  expect(await seen().gone(open.id, NOON + 2)).toBeNull();
  expect(await seen().gone(stopped.id, NOON + 2)).toBeNull();
  expect(await employersRepository(fresh.db).findPublic('hospital')).toBeNull();
  expect(await employersRepository(fresh.db).links('', { now: NOON, limit: 10 })).toEqual([]);
  expect(await employersRepository(fresh.db).names(['hospital'])).toEqual(new Map());
});

test('ads are read in the order asked for, without those that are not public', async () => {
  const [first, second, stopped] = [aJob(hospital), aJob(hospital), aJob(hospital)];
  await writes().publish([first, second, stopped]);
  await writes().stop([stopped.id], NOON);
  const found = await seen().hydrate([second.id, 'unknown', stopped.id, first.id], NOON);
  expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await seen().hydrate([], NOON)).toEqual([]);
});

test('pages of all ads join without a gap or a double, the last changed first', async () => {
  const made = Array.from({ length: 7 }, (_, number) => aJob(hospital, { updatedAt: NOON + Math.floor(number / 3) }));
  await writes().publish(made);
  const expected = made.toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
  const first = await seen().page(null, { now: NOON, limit: 4 });
  const rest = await seen().page(first.at(-1) ?? null, { now: NOON, limit: 4 });
  expect([...first, ...rest].map(({ id }) => id)).toEqual(expected);
});

test('an index is given ads by row id, with what only engines need', async () => {
  const made = Array.from({ length: 3 }, () => aJob(hospital, { salaryYearly: 100 }));
  await writes().publish(made);
  await writes().stop([made[2]?.id ?? ''], NOON);
  const rows = await fresh.db.select({ seq: jobs.seq }).from(jobs);
  const found = await seen().bySeq(
    rows.map(({ seq }) => seq),
    NOON,
  );
  expect(found.map(({ job }) => job.id)).toEqual([made[0]?.id, made[1]?.id]);
  expect(found[0]).toMatchObject({ seq: rows[0]?.seq, employerSeq: hospital, salaryYearly: 100, regionCodes: ['SE.27'] });
});

test('an employer shows its own ads, newest first, and can leave one out', async () => {
  const other = await addEmployer(fresh.db, 'School');
  const [old, young] = [aJob(hospital), aJob(hospital, { postedAt: NOON + 1 })];
  await writes().publish([young, old, aJob(other)]);
  const options = { now: NOON + 1, limit: 5 };
  expect((await seen().ofEmployer('hospital', options)).map(({ id }) => id)).toEqual([young.id, old.id]);
  expect((await seen().ofEmployer('hospital', { ...options, except: young.id })).map(({ id }) => id)).toEqual([old.id]);
  expect(await seen().countOfEmployer('hospital', NOON + 1)).toBe(2);
});

test('employers with a public ad are listed with their last change', async () => {
  await addEmployer(fresh.db, 'Empty');
  await writes().publish([aJob(hospital, { updatedAt: NOON + 5 })]);
  expect(await employersRepository(fresh.db).links('', { now: NOON, limit: 10 })).toEqual([{ slug: 'hospital', updatedAt: NOON + 5 }]);
  expect(await employersRepository(fresh.db).names(['hospital', 'nobody'])).toEqual(new Map([['hospital', 'Hospital']]));
});

test('what an import says once more moves the end and nothing else that is shown', async () => {
  const job = aJob(hospital, { carriedAt: NOON });
  await writes().publish([job]);
  const before = await seen().find(job.id, NOON);
  await fresh.db
    .update(jobs)
    .set({ carriedAt: NOON + DAY })
    .where(eq(jobs.id, job.id));
  expect(await seen().find(job.id, NOON)).toEqual({ ...before, publicUntil: NOON + DAY + LIFETIME_MS });
});
