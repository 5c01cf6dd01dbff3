import { expect, test } from 'vitest';
import { appealsRepository, type StoredAppeal } from '#db/repositories/appeals.ts';
import { decisionSubjectsRepository } from '#db/repositories/decision-subjects.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { appeals, cases } from '#db/schema/moderation-tables.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';

test('what many decisions are about is named at once and in order: ads, ads that are gone, employers, accounts', async () => {
  const { db, close } = await freshDatabase();
  const employerSeq = await addEmployer(db, 'Harbour Care');
  const job = aJob(employerSeq, { title: 'Night nurse' });
  await jobWrites(db).publish([job]);
  const queued = { kind: 'post', priority: 1, state: 'decided', jobId: 'gone', flags: [] } as const;
  await db.insert(cases).values([
    { ...queued, id: 'first', title: 'Porter', openedAt: 1 },
    { ...queued, id: 'last', title: 'Head porter', openedAt: 2 },
  ]);
  const titles = await decisionSubjectsRepository(db).titlesOf([
    { jobId: 'gone', employerSeq: null },
    { jobId: job.id, employerSeq },
    { jobId: null, employerSeq },
    { jobId: 'never', employerSeq: null },
    { jobId: null, employerSeq: null },
  ]);
  expect(titles).toEqual(['Head porter', 'Night nurse', 'Harbour Care', '–', await decisionSubjectsRepository(db).titleOf(NOBODY)]);
  expect(await decisionSubjectsRepository(db).titlesOf([])).toEqual([]);
  await close();
});

const NOBODY = { jobId: null, employerSeq: null };

test('of the objections to many decisions, each decision has its newest', async () => {
  const { db, close } = await freshDatabase();
  await db.insert(appeals).values([anAppeal('one', 'a', 1), anAppeal('two', 'a', 2), anAppeal('three', 'b', 3), anAppeal('four', 'c', 4)]);
  const found = await appealsRepository(db).ofStatements(['a', 'b', 'none']);
  expect([...found].map(([statement, { id }]) => [statement, id])).toEqual([
    ['a', 'two'],
    ['b', 'three'],
  ]);
  await close();
});

function anAppeal(id: string, statementId: string, madeAt: number): StoredAppeal {
  const open = { decidedAt: null, decidedBy: null, outcome: null, answer: null };
  return { id, statementId, noticeId: null, by: 'author', accountId: null, sealed: '', madeAt, ...open };
}
