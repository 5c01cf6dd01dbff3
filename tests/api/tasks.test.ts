import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { taskRunsRepository } from '#db/repositories/task-runs.ts';
import { SECRET } from '#tests/api/api-board.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import type { Env } from '#worker/env.ts';
import { runSlot } from '#worker/tasks/run-slot.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 30);
let database: FreshDatabase;
let env: Env;

beforeAll(async () => {
  database = await freshDatabase();
  const limiter = { limit: async () => ({ success: true }) };
  const { url, token } = database.address;
  env = { DATABASE_URL: url, DATABASE_TOKEN: token, PUBLIC_URL: 'https://board.example', SECRET, RATE_EXACT: limiter, RATE_WIDER: limiter };
});
afterAll(() => database.close());

const runs = async () => (await database.client.execute('select task, slot, outcome from task_runs order by task, slot')).rows;
const tick = (now: number) => runTick(env, { clock: () => now, log: () => {} });

test('a tick brings the index up to date and leaves the evidence', async () => {
  const employer = await addEmployer(database.db, 'Works');
  const times = { postedAt: NOW, publishedAt: NOW, createdAt: NOW, updatedAt: NOW };
  await jobWrites(database.db).publish([aJob(employer, times), aJob(employer, times)]);
  await tick(NOW);
  expect((await runs()).map(({ task, outcome }) => [task, outcome])).toEqual([
    ['forget-runs', '0 forgotten'],
    ['reconcile-search', 'embedded: 0 missing, 0 ghosts'],
    ['sync-search', 'embedded: 2'],
  ]);
  const { rows } = await database.client.execute('select count(*) as waiting from search_outbox');
  expect(rows[0]?.['waiting']).toBe(0);
});

test('a slot runs once, however often the clock ticks in it', async () => {
  const before = await runs();
  await Promise.all([tick(NOW + 1000), tick(NOW + 2000)]);
  expect(await runs()).toEqual(before);
  await tick(NOW + 60_000);
  expect((await runs()).map(({ task }) => task)).toEqual(['forget-runs', 'reconcile-search', 'sync-search', 'sync-search']);
});

test('evidence of runs is kept for 24 months', async () => {
  const taskRuns = taskRunsRepository(database.db);
  const DAY = 86_400_000;
  await taskRuns.begin({ task: 'old', slot: 1 }, NOW - 730 * DAY);
  await taskRuns.begin({ task: 'recent', slot: 1 }, NOW - 729 * DAY);
  await tick(NOW + DAY - 1);
  const kept = (await runs()).map(({ task }) => task);
  expect(kept).toContain('recent');
  expect(kept).not.toContain('old');
});

test('of two that begin a slot at once, one runs it', async () => {
  let ran = 0;
  const task = {
    name: 'count',
    everyMs: 1000,
    run: async () => {
      ran += 1;
      return 'counted';
    },
  };
  const context = { now: NOW, taskRuns: taskRunsRepository(database.db), onFailure: () => {} };
  await Promise.all(Array.from({ length: 5 }, () => runSlot(context, task)));
  expect(ran).toBe(1);
});

test('a task that fails is told and written down, and keeps nothing from running after it', async () => {
  const failures: unknown[] = [];
  const context = { now: NOW, taskRuns: taskRunsRepository(database.db), onFailure: (error: unknown) => failures.push(error) };
  await runSlot(context, { name: 'broken', everyMs: 1000, run: () => Promise.reject(new Error('no')) });
  expect(failures).toHaveLength(1);
  expect((await runs()).find(({ task }) => task === 'broken')?.['outcome']).toBe('failed');
});
