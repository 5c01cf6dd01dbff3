import { expect, test } from 'vitest';
import { boardStatusRepository } from '#db/repositories/board-status.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { transparencyRepository } from '#db/repositories/transparency.ts';
import { notices, statements } from '#db/schema/moderation-tables.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';

test('open ads are those that are neither stopped nor over nor yet to come', async () => {
  const { db, close } = await freshDatabase();
  const employer = await addEmployer(db, 'Works');
  const later = { publishedAt: NOON + DAY, postedAt: NOON + DAY };
  const [open, stopped, future, both] = [aJob(employer), aJob(employer), aJob(employer, later), aJob(employer, later)];
  const over = aJob(employer, { validThrough: NOON - 1 });
  await jobWrites(db).publish([open, stopped, future, both, over]);
  await jobWrites(db).stop([stopped.id, both.id], NOON);
  expect(await boardStatusRepository(db).counts(NOON)).toMatchObject({ openAds: 1 });
  expect(await boardStatusRepository(db).counts(NOON + 2 * DAY)).toMatchObject({ openAds: 2 });
  await close();
});

test('a report counts in the month in which it arrived, to the millisecond, and none from outside the span', async () => {
  const { db, close } = await freshDatabase();
  const [november, december] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)];
  await db
    .insert(notices)
    .values([aNotice(november - 1), aNotice(november), aNotice(december - 1), aNotice(december), aNotice(december + 5)]);
  const months = await transparencyRepository(db).months({ from: november, until: december + 5 });
  expect(months.map(({ month, notices, kept }) => [month, notices, kept])).toEqual([
    ['2026-12', 1, 1],
    ['2026-11', 2, 2],
  ]);
  await close();
});

test('a freeze that ended is nothing that was taken back; a removal that was wrong is', async () => {
  const { db, close } = await freshDatabase();
  await db.insert(statements).values([aStatement('frozen'), aStatement('removed')]);
  const [month] = await transparencyRepository(db).months({ from: NOON - 3 * DAY, until: NOON + DAY });
  expect(month).toMatchObject({ frozen: 1, removed: 1, reversed: 1 });
  await close();
});

function aStatement(restriction: 'frozen' | 'removed'): typeof statements.$inferInsert {
  const ground = { decisionGround: 'DECISION_GROUND_INCOMPATIBLE_CONTENT', rules: [], explanation: '', facts: '', category: '' } as const;
  const made = { keywords: [], source: 'SOURCE_VOLUNTARY', automatedDetection: false, decidedBy: 'somebody' } as const;
  return { id: restriction, restriction, ...ground, ...made, appliedAt: NOON, objectionUntil: NOON, reversedAt: NOON + 1 };
}

function aNotice(receivedAt: number): typeof notices.$inferInsert {
  const said = { jobId: 'a', url: '/', ground: 'scam', sealed: '', goodFaith: true, danger: false, language: 'en' };
  return { id: String(receivedAt), ...said, receivedAt, decidedAt: receivedAt, outcome: 'kept' };
}
