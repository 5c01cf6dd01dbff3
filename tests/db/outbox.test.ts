import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobWrites, type NewJob } from '#db/repositories/job-writes.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import type { EngineName, Pending } from '#db/repositories/outbox-pending.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { jobs, searchOutbox } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';

let fresh: FreshDatabase;
let hospital: number;
beforeEach(async () => {
  fresh = await freshDatabase();
  hospital = await addEmployer(fresh.db, 'Hospital');
});
afterEach(() => fresh.close());

const outbox = () => outboxRepository(fresh.db);
const lease = (engine: EngineName, owner = 'one') => ({ engine, owner });
const ids = (pending: Pending | null) => pending?.jobs.map(({ id }) => id);

/** Starts an engine at a time, as the first tick does. */
async function start(engine: EngineName, now = NOON): Promise<void> {
  await outbox().lease(lease(engine), { now, until: now + DAY });
  await outbox().appendDue(engine, now);
}

/** Takes all there is, and answers the ids in the order in which they came. */
async function drain(engine: EngineName, now = NOON, limit = 10): Promise<readonly string[]> {
  const next = await outbox().pending(engine, { now, limit });
  if (next === null) return [];
  expect(await outbox().advance(lease(engine), next.reached)).toBe(true);
  return [...(ids(next) ?? []), ...(await drain(engine, now, limit))];
}

async function publish(count: number, said: Partial<NewJob> = {}): Promise<readonly string[]> {
  const made = Array.from({ length: count }, () => aJob(hospital, said));
  await jobWrites(fresh.db).publish(made);
  return made.map(({ id }) => id);
}

test('each engine takes every change once, in order, at its own pace', async () => {
  await start('embedded');
  await start('meilisearch');
  const all = await publish(5);
  expect(await drain('embedded', NOON, 2)).toEqual(all);
  expect(await drain('embedded')).toEqual([]);
  expect(await drain('meilisearch', NOON, 3)).toEqual(all);
});

test('what takes away comes first, and does not come twice', async () => {
  await start('embedded');
  const [first, second, third] = await publish(3);
  await jobWrites(fresh.db).stop([second ?? ''], NOON + 1);
  const order = await drain('embedded', NOON + 1, 2);
  expect(order).toEqual([second, first, third]);
});

test('an ad that changes while it is being looked at is looked at again', async () => {
  await start('embedded');
  const [id = ''] = await publish(1);
  const taken = await outbox().pending('embedded', { now: NOON, limit: 10 });
  await fresh.db
    .update(jobs)
    .set({ title: 'Changed', updatedAt: NOON + 1 })
    .where(eq(jobs.id, id));
  await outbox().advance(lease('embedded'), taken?.reached ?? { seq: 0, erasedSeq: 0 });
  expect(await drain('embedded')).toEqual([id]);
});

test('an ad stopped and started again ends up public', async () => {
  await start('embedded');
  const [id = ''] = await publish(1);
  await jobWrites(fresh.db).stop([id], NOON + 1);
  expect(await drain('embedded', NOON + 1)).toEqual([id]);
  await fresh.db
    .update(jobs)
    .set({ status: 'published', stoppedAt: null, updatedAt: NOON + 2 })
    .where(eq(jobs.id, id));
  expect(await drain('embedded', NOON + 2)).toEqual([id]);
});

test('only one at a time feeds an engine, until its lease ends', async () => {
  expect(await outbox().lease(lease('embedded', 'one'), { now: 0, until: 10 })).toBe(true);
  expect(await outbox().lease(lease('embedded', 'two'), { now: 9, until: 19 })).toBe(false);
  expect(await outbox().lease(lease('embedded', 'one'), { now: 9, until: 12 })).toBe(true);
  expect(await outbox().lease(lease('embedded', 'two'), { now: 12, until: 22 })).toBe(true);
  expect(await outbox().advance(lease('embedded', 'one'), { seq: 5, erasedSeq: 5 })).toBe(false);
});

test('of many who ask for a lease at once one gets it', async () => {
  const asked = Array.from({ length: 8 }, (_, number) => outbox().lease(lease('embedded', `run ${number}`), { now: 0, until: 10 }));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
});

test('a lease given back can be taken at once', async () => {
  await outbox().lease(lease('embedded', 'one'), { now: 0, until: 10 });
  await outbox().release(lease('embedded', 'one'));
  expect(await outbox().lease(lease('embedded', 'two'), { now: 1, until: 11 })).toBe(true);
});

test('a new engine is given every ad, although nothing is left in the outbox', async () => {
  await start('embedded');
  const all = await publish(3);
  await drain('embedded');
  await outbox().trim(['embedded'], NOON);
  expect(await fresh.db.select().from(searchOutbox)).toEqual([]);
  await start('meilisearch');
  expect(await drain('meilisearch')).toEqual(all);
});

test('an ad that time alone begins or ends is noted when its time has come, once', async () => {
  await start('embedded');
  const [begins = ''] = await publish(1, { postedAt: NOON + DAY });
  const [ends = ''] = await publish(1, { validThrough: NOON + DAY });
  const [stays = ''] = await publish(1);
  expect(await drain('embedded')).toEqual([begins, ends, stays]);
  await outbox().appendDue('embedded', NOON + DAY - 1);
  expect(await drain('embedded', NOON + DAY - 1)).toEqual([]);
  await outbox().appendDue('embedded', NOON + DAY);
  expect(await drain('embedded', NOON + DAY)).toEqual([ends, begins]);
  await outbox().appendDue('embedded', NOON + DAY + 1);
  expect(await drain('embedded', NOON + DAY + 1)).toEqual([]);
  await outbox().appendDue('embedded', NOON + LIFETIME_MS);
  expect(await drain('embedded', NOON + LIFETIME_MS)).toEqual([begins, stays]);
});

test('an ad written by a clock that is ahead is looked at as of that clock', async () => {
  await start('embedded');
  const ahead = NOON + 1000;
  await publish(1, { publishedAt: ahead, postedAt: ahead, updatedAt: ahead });
  const next = await outbox().pending('embedded', { now: NOON, limit: 10 });
  const found = await publicJobsRepository(fresh.db).bySeq(next?.jobs.map(({ seq }) => seq) ?? [], next?.asOf ?? 0);
  expect(found).toHaveLength(1);
});

test('one clock gone wrong does not end other ads before their time', async () => {
  await start('embedded');
  await publish(1, { validThrough: NOON + DAY });
  await publish(1, { updatedAt: NOON + 1000 * DAY });
  const next = await outbox().pending('embedded', { now: NOON, limit: 10 });
  expect(next?.asOf).toBeLessThan(NOON + DAY);
});

test('nothing is forgotten that a configured engine has still to see', async () => {
  await start('embedded');
  await start('meilisearch');
  const all = await publish(2);
  await drain('embedded');
  await outbox().trim(['embedded', 'meilisearch'], NOON);
  expect(await drain('meilisearch')).toEqual(all);
  await outbox().trim(['embedded', 'meilisearch'], NOON);
  expect(await fresh.db.select().from(searchOutbox)).toEqual([]);
});

test('nothing is forgotten while a configured engine has not begun', async () => {
  await start('embedded');
  await publish(1);
  await drain('embedded');
  await outbox().trim(['embedded', 'meilisearch'], NOON);
  expect(await fresh.db.select().from(searchOutbox)).toHaveLength(1);
});

test('a program that does not know an engine forgets nothing that it has still to see', async () => {
  await start('embedded');
  await start('meilisearch');
  const all = await publish(2);
  await drain('embedded');
  await outbox().trim(['embedded'], NOON + 7 * DAY);
  expect(await drain('meilisearch')).toEqual(all);
});

test('an engine that nobody has fed for more than a week keeps nothing', async () => {
  await start('meilisearch');
  await start('embedded');
  await publish(2);
  await drain('embedded');
  await outbox().trim(['embedded'], NOON + 7 * DAY + 1);
  expect(await fresh.db.select().from(searchOutbox)).toEqual([]);
});

test('an operator sees what waits, since when, and why', async () => {
  expect(await outbox().waiting('embedded')).toEqual({ count: 0, since: null, trouble: null });
  await start('embedded');
  await publish(2, { updatedAt: NOON + 7 });
  await outbox().note(lease('embedded'), 'does not answer');
  expect(await outbox().waiting('embedded')).toEqual({ count: 2, since: NOON + 7, trouble: 'does not answer' });
  await drain('embedded', NOON + 7);
  expect(await outbox().waiting('embedded')).toEqual({ count: 0, since: null, trouble: null });
});
