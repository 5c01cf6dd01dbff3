import { expect, test } from 'vitest';
import { boardStatusRepository } from '#db/repositories/board-status.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { transparencyRepository } from '#db/repositories/transparency.ts';
import { notices, statements } from '#db/schema/moderation-tables.ts';
import { sources } from '#db/schema/tables.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { aStatement } from '#tests/support/statements.ts';

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
  await db
    .insert(statements)
    .values((['frozen', 'removed'] as const).map((restriction) => aStatement({ restriction, reversedAt: NOON + 1 })));
  const [month] = await transparencyRepository(db).months({ from: NOON - 3 * DAY, until: NOON + DAY });
  expect(month).toMatchObject({ frozen: 1, removed: 1, reversed: 1 });
  await close();
});

function aNotice(receivedAt: number): typeof notices.$inferInsert {
  const said = { jobId: 'a', url: '/', ground: 'scam', sealed: '', goodFaith: true, danger: false, language: 'en' };
  return { id: String(receivedAt), ...said, receivedAt, decidedAt: receivedAt, outcome: 'kept' };
}

test('of each source those public ads are counted whose link has led nowhere twice', async () => {
  const { db, close } = await freshDatabase();
  const employer = await addEmployer(db, 'Works');
  await db.insert(sources).values({ id: 'a-feed', name: 'A feed', firstImportedAt: NOON, lastImportedAt: NOON });
  const linked = (nth: number) =>
    ({ applyBy: 'url', applyUrl: `https://firm.example/${nth}`, sourceId: 'a-feed', sourceKey: `${nth}` }) as const;
  const [dead, once, stopped] = [aJob(employer, linked(1)), aJob(employer, linked(2)), aJob(employer, linked(3))];
  await jobWrites(db).publish([dead, once, stopped]);
  await jobWrites(db).stop([stopped.id], NOON);
  const looked = (job: typeof dead) => ({ jobId: job.id, url: job.applyUrl ?? '', checkedAt: NOON, trouble: 'The site did not answer.' });
  await linkChecksRepository(db).note([looked(dead), looked(once), looked(stopped)], []);
  await linkChecksRepository(db).note([looked(dead), looked(stopped)], []);
  expect(await boardStatusRepository(db).sources()).toMatchObject([{ name: 'A feed', published: 2, stopped: 1, deadLinks: 1 }]);
  await close();
});
