import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { taskRunsRepository } from '#db/repositories/task-runs.ts';
import { SECRET } from '#tests/api/api-board.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { addEmployer, aJob, DAY } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard } from '#tests/support/start-board.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { hours } from '#worker/promises/model/duration.ts';
import { RETENTION, type RetentionRule } from '#worker/promises/model/retention.ts';
import { retentionTasks } from '#worker/tasks/retention-tasks.ts';
import { runSlot } from '#worker/tasks/run-slot.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 30);
let database: FreshDatabase;
let env: Env;

beforeAll(async () => {
  database = await freshDatabase();
  const limiter = { limit: async () => ({ success: true }) };
  const { url, token } = database.address;
  env = {
    DATABASE_URL: url,
    DATABASE_TOKEN: token,
    PUBLIC_URL: 'https://board.example',
    SECRET,
    RATE_EXACT: limiter,
    RATE_WIDER: limiter,
    FILES: memoryBucket(),
  };
});
afterAll(() => database.close());

const runs = async () => (await database.client.execute('select task, slot, outcome from task_runs order by task, slot')).rows;
const tick = (now: number) => runTick(env, { clock: () => now, log: () => {} });

test('a tick brings the index up to date and leaves the evidence', proves('index-forgets'), async () => {
  const employer = await addEmployer(database.db, 'Works');
  const times = { postedAt: NOW, publishedAt: NOW, createdAt: NOW, updatedAt: NOW };
  await jobWrites(database.db).publish([aJob(employer, times), aJob(employer, times)]);
  await tick(NOW);
  const ran = Object.fromEntries((await runs()).map(({ task, outcome }) => [String(task), outcome]));
  expect(ran).toMatchObject({
    'compact-search': 'compact',
    'network-key': 'there is one for tomorrow',
    'reconcile-search': 'embedded: 0 missing, 0 ghosts',
    'replay-erasures': '0 finished, 0 deleted again',
    'sync-search': 'embedded: 2',
    'warn-inactive': '0 warned',
  });
  const kept = RETENTION.filter(({ keeper, id }) => keeper === 'task' && !['search-index', 'index-words'].includes(id));
  const carriedOut = Object.entries(ran).filter(([task]) => task.startsWith('retention:'));
  expect(Object.fromEntries(carriedOut)).toEqual(Object.fromEntries(kept.map(({ id }) => [`retention:${id}`, '0 deleted'])));
  const { rows } = await database.client.execute('select count(*) as waiting from search_outbox');
  expect(rows[0]?.['waiting']).toBe(0);
});

test('the index is written anew often enough for its rule, also when the rule has another number', proves('one-number'), () => {
  const container = createContainer(configOf(env), () => NOW);
  const everyBy = (retentionRules: readonly RetentionRule[]) =>
    retentionTasks({ ...container, retentionRules }).find(({ name }) => name === 'compact-search')?.everyMs;
  const shorter = RETENTION.map((rule) => (rule.id === 'index-words' ? { ...rule, keep: hours(2) } : rule));
  expect([everyBy(RETENTION), everyBy(shorter)]).toEqual([DAY / 2, DAY / 24]);
});

test('a slot runs once, however often the clock ticks in it', async () => {
  const before = await runs();
  await Promise.all([tick(NOW + 1000), tick(NOW + 2000)]);
  expect(await runs()).toEqual(before);
  await tick(NOW + 60_000);
  const after = await runs();
  const isNew = ({ task, slot }: Record<string, unknown>) => !before.some((run) => run['task'] === task && run['slot'] === slot);
  const added = after.filter(isNew).map(({ task }) => task);
  expect(added).toEqual(expect.arrayContaining(['replay-erasures', 'sync-search']));
  expect(new Set(added).size).toBe(added.length);
  expect(added.filter((task) => String(task).startsWith('retention:'))).toEqual([]);
});

test('the key of a choice is forgotten within an hour of its day, and the evidence of a day is one row', async () => {
  const day = NOW - (NOW % DAY) + DAY;
  for (const hour of [0, 1, 2]) await tick(day + hour * 3_600_000);
  const { rows } = await database.client.execute(
    `select task, count(*) as ran from task_runs where started_at >= ${day} and task like 'retention:%' group by task`,
  );
  const ran = Object.fromEntries(rows.map((row) => [row['task'], row['ran']]));
  expect(ran).toMatchObject({
    'retention:consent-act-keys': 3,
    'retention:stopped-jobs': 3,
    'retention:consent-records': 1,
    'retention:counters': 1,
  });
  const { rows: evidence } = await database.client.execute(`select rule from retention_runs where slot = ${day / DAY}`);
  expect(evidence).toHaveLength(Object.keys(ran).length);
});

test('of two that begin a slot at once, one runs it', async () => {
  let ran = 0;
  const task = {
    name: 'count',
    everyMs: 1000,
    run: async () => {
      ran += 1;
      return { done: true, words: 'counted' };
    },
  };
  const context = { now: NOW, taskRuns: taskRunsRepository(database.db), onFailure: () => {} };
  await Promise.all(Array.from({ length: 5 }, () => runSlot(context, task)));
  expect(ran).toBe(1);
});

test('a task that fails is told and written down, keeps nothing from running after it, and is tried again', async () => {
  const failures: unknown[] = [];
  const context = { now: NOW, taskRuns: taskRunsRepository(database.db), onFailure: (error: unknown) => failures.push(error) };
  const outcome = async () => (await runs()).find(({ task }) => task === 'broken')?.['outcome'];
  await runSlot(context, { name: 'broken', everyMs: 1000, run: () => Promise.reject(new Error('no')) });
  expect(failures).toHaveLength(1);
  expect(await outcome()).toBe('failed');
  await runSlot(context, { name: 'broken', everyMs: 1000, run: async () => ({ done: true, words: 'mended' }) });
  expect(await outcome()).toBe('mended');
});

test('what is not done goes on with the next tick of its slot, and only by one of two', async () => {
  let ran = 0;
  const task = {
    name: 'long',
    everyMs: 86_400_000,
    run: async () => {
      ran += 1;
      return { done: ran === 2, words: `${ran} of 2` };
    },
  };
  const context = { now: NOW, taskRuns: taskRunsRepository(database.db), onFailure: () => {} };
  await runSlot(context, task);
  await Promise.all([runSlot({ ...context, now: NOW + 60_000 }, task), runSlot({ ...context, now: NOW + 60_000 }, task)]);
  await runSlot({ ...context, now: NOW + 120_000 }, task);
  expect(ran).toBe(2);
});

test('a run that was broken off is taken up again, once nobody can be running it any more', async () => {
  const taskRuns = taskRunsRepository(database.db);
  const slot = { task: 'broken off', slot: 1 };
  expect(await taskRuns.begin(slot, NOW)).toBe(true);
  expect(await taskRuns.begin(slot, NOW + 599_999)).toBe(false);
  expect(await taskRuns.begin(slot, NOW + 600_000)).toBe(true);
});

test(
  'the built Worker ends what its time has come for: the page of a stopped ad turns from gone to unknown, with evidence, once a day',
  proves('stopped-jobs-purged', 'deletion-leaves-evidence'),
  async () => {
    const board = await startBoard();
    onTestFinished(board.close);
    const now = Date.now();
    const employer = await addEmployer(board.database.db, 'Works');
    const times = { postedAt: now - 60 * DAY, publishedAt: now - 60 * DAY, createdAt: now - 60 * DAY, updatedAt: now - 60 * DAY };
    const job = aJob(employer, times);
    await jobWrites(board.database.db).publish([job]);
    await jobWrites(board.database.db).stop([job.id], now - 31 * DAY);
    const status = async () => (await fetch(`${board.origin}/jobs/${job.slug}-${job.id}`)).status;
    expect(await status()).toBe(410);
    await board.tick(now);
    await board.tick(now);
    expect(await status()).toBe(404);
    const { rows } = await board.database.client.execute("select counted, deleted from retention_runs where rule = 'stopped-jobs'");
    expect(rows.map((row) => ({ ...row }))).toEqual([{ counted: 1, deleted: 1 }]);
    const { rows: ran } = await board.database.client.execute("select outcome from task_runs where task = 'retention:stopped-jobs'");
    expect(ran.map((row) => ({ ...row }))).toEqual([{ outcome: '1 deleted' }]);
  },
);
