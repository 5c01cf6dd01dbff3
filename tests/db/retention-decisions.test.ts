import { afterEach, beforeEach, expect, test } from 'vitest';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { appeals, caseFiles, cases, notices, statements } from '#db/schema/moderation-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const LATE = NOON + 800 * DAY;

async function carryOut(id: RetentionId): Promise<void> {
  const rows = retentionRepository(fresh.db)[id];
  if (rows === undefined) throw new Error(`nothing keeps ${id}`);
  const context = { now: LATE, clock: () => LATE, deadline: LATE + 1, chunk: 100, runs: retentionRunsRepository(fresh.db) };
  await carryOutRule(context, { rule: ruleOf(RETENTION, id), rows });
}

const idsOf = async (table: string) => (await fresh.client.execute(`select id from ${table} order by id`)).rows.map(({ id }) => id);

const notice = {
  url: 'https://board.example/jobs/a',
  ground: 'asks-money',
  sealed: 'sealed',
  goodFaith: true,
  danger: false,
  language: 'en',
};
const appeal = { statementId: 'decision', by: 'author', sealed: 'sealed', madeAt: NOON } as const;
const openCase = { kind: 'appeal', priority: 1, state: 'open', title: 'Cook', flags: [], openedAt: NOON } as const;

test('a report that nobody has decided on stays, however old', async () => {
  await fresh.db.insert(notices).values([
    { ...notice, id: 'decided', jobId: 'a', receivedAt: NOON, decidedAt: NOON + DAY, outcome: 'kept' },
    { ...notice, id: 'waits', jobId: 'a', receivedAt: NOON },
  ]);
  await carryOut('notices');
  expect(await idsOf('notices')).toEqual(['waits']);
});

test('an objection that nobody has decided on stays, and so does its place in the queue', async () => {
  await fresh.db.insert(appeals).values([
    { ...appeal, id: 'decided', decidedAt: NOON + DAY, outcome: 'upheld' },
    { ...appeal, id: 'waits', statementId: 'other' },
  ]);
  await fresh.db.insert(cases).values([
    { ...openCase, id: 'closed', subjectId: 'decided', state: 'decided', decidedAt: NOON + DAY },
    { ...openCase, id: 'open', subjectId: 'waits' },
  ]);
  await carryOut('statements');
  expect([await idsOf('appeals'), await idsOf('cases')]).toEqual([['waits'], ['open']]);
  expect(await fresh.db.select().from(statements)).toEqual([]);
});

test('a sealed copy stays while an objection to what was decided on it waits', async () => {
  const copy = { sealed: 'sealed', createdAt: NOON, lastAt: NOON };
  await fresh.db.insert(caseFiles).values([
    { ...copy, id: 'over', jobId: 'a' },
    { ...copy, id: 'objected', jobId: 'b' },
  ]);
  await fresh.db.insert(cases).values({ ...openCase, id: 'open', jobId: 'b' });
  await carryOut('case-files');
  expect(await idsOf('case_files')).toEqual(['objected']);
});
