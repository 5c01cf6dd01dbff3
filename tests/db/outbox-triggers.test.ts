import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobWrites, type NewJob } from '#db/repositories/job-writes.ts';
import { employers, jobPlaces, jobs, searchOutbox } from '#db/schema/tables.ts';
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

/** What stands in the outbox, oldest first. */
const noted = () =>
  fresh.db.select({ id: searchOutbox.entityId, erases: searchOutbox.erases }).from(searchOutbox).orderBy(searchOutbox.seq);

/** Publishes an ad and forgets that it was noted. */
async function published(said: Partial<NewJob> = {}): Promise<NewJob> {
  const job = aJob(hospital, said);
  await jobWrites(fresh.db).publish([job]);
  await fresh.db.delete(searchOutbox);
  return job;
}

const change = (job: NewJob, set: Partial<typeof jobs.$inferInsert>) => fresh.db.update(jobs).set(set).where(eq(jobs.id, job.id));

test('an ad with several places is noted once', async () => {
  const job = aJob(hospital, { places: [aPlace('Malmö'), aPlace('Lund'), aPlace('Ystad')] });
  await jobWrites(fresh.db).publish([job]);
  expect(await noted()).toEqual([{ id: job.id, erases: false }]);
});

test.each<[string, Partial<typeof jobs.$inferInsert>]>([
  ['title', { title: 'Midwife' }],
  ['description', { description: 'New.' }],
  ['salary', { salaryMin: 1 }],
  ['skills', { skills: ['calm'] }],
  ['remote countries', { remoteCountries: ['SE'] }],
  ['end', { validThrough: NOON + DAY }],
  ['way to apply', { applyBy: 'url', applyUrl: 'https://hospital.example' }],
  ['day of change', { updatedAt: NOON + 1 }],
])('a change of the %s is noted', async (_what, set) => {
  const job = await published();
  await change(job, set);
  expect(await noted()).toEqual([{ id: job.id, erases: false }]);
});

test('every column of the view that comes from the ad is watched', async () => {
  const [view, trigger] = await Promise.all(
    [
      "select name from pragma_table_info('public_jobs')",
      "select sql from sqlite_master where type = 'trigger' and name = 'jobs_updated'",
    ].map((sql) => fresh.client.execute(sql)),
  );
  const own = new Set((await fresh.client.execute("select name from pragma_table_info('jobs')")).rows.map(({ name }) => String(name)));
  const watched = trigger?.rows.map(({ sql }) => String(sql)).join() ?? '';
  const shown = view?.rows.map(({ name }) => String(name)).filter((name) => own.has(name) && name !== 'seq') ?? [];
  const unwatched = shown.filter((name) => !watched.includes(`old.${name} is not new.${name}`));
  expect(unwatched).toEqual([]);
});

test('writing the same again is no change', async () => {
  const job = await published({ salaryMin: null });
  await change(job, { title: job.title, salaryMin: null, updatedAt: NOON, status: 'published' });
  await fresh.db.update(employers).set({ name: 'Hospital', status: 'active' }).where(eq(employers.seq, hospital));
  await fresh.db.update(jobPlaces).set({ name: 'Malmö' });
  expect(await noted()).toEqual([]);
});

test('being carried again is no change', async () => {
  const job = await published({ carriedAt: NOON });
  await change(job, { carriedAt: NOON + DAY, contentHash: 'other' });
  expect(await noted()).toEqual([]);
});

test('being carried again after its end brings an ad back', async () => {
  const job = await published({ carriedAt: NOON });
  await change(job, { carriedAt: NOON + LIFETIME_MS + DAY });
  expect(await noted()).toEqual([{ id: job.id, erases: false }]);
});

test('stopping, deleting and an end in the past take away', async () => {
  const [stopped, deleted, ended] = [await published(), await published(), await published()];
  await jobWrites(fresh.db).stop([stopped.id], NOON + 1);
  await fresh.db.delete(jobs).where(eq(jobs.id, deleted.id));
  await change(ended, { validThrough: NOON, updatedAt: NOON + 2 });
  expect(await noted()).toEqual([stopped, deleted, ended].map(({ id }) => ({ id, erases: true })));
});

test('what happens to a stopped ad is nobody’s business', async () => {
  const job = await published();
  await jobWrites(fresh.db).stop([job.id], NOON + 1);
  await fresh.db.delete(searchOutbox);
  await change(job, { title: 'Other' });
  await fresh.db.delete(jobPlaces);
  await fresh.db.update(employers).set({ name: 'Clinic' }).where(eq(employers.seq, hospital));
  await fresh.db.delete(jobs).where(eq(jobs.id, job.id));
  expect(await noted()).toEqual([]);
});

test('suspending an employer takes all its ads away, and renaming one notes them', async () => {
  const all = [await published(), await published()];
  const school = await addEmployer(fresh.db, 'School');
  await jobWrites(fresh.db).publish([aJob(school)]);
  await fresh.db.delete(searchOutbox);
  await fresh.db.update(employers).set({ name: 'Clinic' }).where(eq(employers.seq, hospital));
  expect(await noted()).toEqual(all.map(({ id }) => ({ id, erases: false })));
  await fresh.db.update(employers).set({ status: 'suspended' }).where(eq(employers.seq, hospital));
  expect(await noted()).toEqual(all.map(({ id }) => ({ id, erases: true })));
});

test('a place that is added, moved or taken away is noted', async () => {
  const job = await published();
  const [row] = await fresh.db.select({ seq: jobs.seq }).from(jobs);
  for (const write of [
    fresh.db.insert(jobPlaces).values({ ...aPlace('Lund'), jobSeq: row?.seq ?? 0, position: 1 }),
    fresh.db.update(jobPlaces).set({ lat: 56 }).where(eq(jobPlaces.position, 1)),
    fresh.db.delete(jobPlaces).where(eq(jobPlaces.position, 1)),
  ]) {
    await write;
    expect(await noted()).toEqual([{ id: job.id, erases: false }]);
    await fresh.db.delete(searchOutbox);
  }
});

test('a further change moves the row past every engine that has seen it', async () => {
  const job = await published();
  await change(job, { title: 'First' });
  const [first] = await fresh.db.select().from(searchOutbox);
  await change(job, { title: 'Second' });
  const rows = await fresh.db.select().from(searchOutbox);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.seq).toBeGreaterThan(first?.seq ?? Number.POSITIVE_INFINITY);
});

test('the number of a row is never used again, even after all were forgotten', async () => {
  const job = await published();
  await change(job, { title: 'First' });
  const [first] = await fresh.db.select().from(searchOutbox);
  await fresh.db.delete(searchOutbox);
  await change(job, { title: 'Second' });
  expect((await fresh.db.select().from(searchOutbox))[0]?.seq).toBeGreaterThan(first?.seq ?? Number.POSITIVE_INFINITY);
});

test('a write that fails leaves no row behind', async () => {
  const job = aJob(hospital);
  await expect(jobWrites(fresh.db).publish([job, aJob(hospital, { id: job.id })])).rejects.toThrow();
  expect(await noted()).toEqual([]);
});
