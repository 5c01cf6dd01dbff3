import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { cases, notices, statements } from '#db/schema/moderation-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { DAY, NOON } from '#tests/support/jobs.ts';
import { makeEmployer, publishedPost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { aStatement } from '#tests/support/statements.ts';

let fresh: FreshDatabase;
let id: string;
beforeEach(async () => {
  fresh = await freshDatabase();
  id = (await publishedPost(fresh.db, await makeEmployer(fresh.db))).id;
});
afterEach(() => fresh.close());

const LATER = NOON + 4 * DAY;
const ad = async () => {
  const found = await withheldAdsRepository(fresh.db).find(id);
  if (found === null) throw new Error('The ad is not there.');
  return found;
};
const freeze = async (now: number) => {
  const { freezeStatements, run } = withheldAdsRepository(fresh.db);
  return run(freezeStatements({ ad: await ad(), now, endsAt: now + 3 * DAY, why: null }));
};
/** Frozen with its statement, and over. */
async function frozenBefore(): Promise<void> {
  const { unfreezeStatements, run } = withheldAdsRepository(fresh.db);
  await fresh.db.insert(statements).values(aStatement({ jobId: id, restriction: 'frozen', appliedAt: NOON }));
  expect(await run(unfreezeStatements({ ad: await ad(), now: NOON + 3 * DAY, why: null, by: 'time' }))).toBe(true);
}
const aNotice = (decidedAt: number | null) => {
  const said = { jobId: id, url: '/', ground: 'scam', sealed: '', goodFaith: true, danger: false, language: 'en' };
  return fresh.db
    .insert(notices)
    .values({ id: `notice-${decidedAt}`, ...said, receivedAt: LATER, decidedAt, outcome: decidedAt === null ? null : 'kept' });
};
const aReview = (flags: typeof cases.$inferInsert.flags) =>
  fresh.db.insert(cases).values({ id: 'review', kind: 'review', priority: 1, state: 'open', jobId: id, title: '', flags, openedAt: LATER });

test('a report that came since and waits lets it be frozen again; one that was decided does not', proves('freeze-is-short'), async () => {
  expect(await freeze(NOON)).toBe(true);
  await frozenBefore();
  await aNotice(LATER);
  expect([(await ad()).wasFrozen, await freeze(LATER)]).toEqual([true, false]);
  await aNotice(null);
  expect([(await ad()).wasFrozen, await freeze(LATER)]).toEqual([false, true]);
});

test('what a check found in words that are public unread is something new; a look without a finding is not', async () => {
  expect(await freeze(NOON)).toBe(true);
  await frozenBefore();
  await aReview([]);
  expect(await freeze(LATER)).toBe(false);
  await fresh.db
    .update(cases)
    .set({ flags: [{ flag: 'scam-words', field: 'title', quote: 'fee' }] })
    .where(eq(cases.id, 'review'));
  expect(await freeze(LATER)).toBe(true);
});

test('whoever restores a removed ad takes back the freeze before it, too', async () => {
  const { removeStatements, restoreStatements, run } = withheldAdsRepository(fresh.db);
  await freeze(NOON);
  await fresh.db
    .insert(statements)
    .values((['frozen', 'removed', 'rejected'] as const).map((restriction) => aStatement({ id: restriction, jobId: id, restriction })));
  const said = { ad: await ad(), now: LATER, why: null, fingerprint: null };
  expect(await run(removeStatements(said))).toBe(true);
  expect(await run(restoreStatements(said))).toBe(true);
  const rows = await fresh.db.select({ id: statements.id, reversedAt: statements.reversedAt }).from(statements);
  expect(new Map(rows.map((row) => [row.id, row.reversedAt]))).toEqual(
    new Map([
      ['frozen', LATER],
      ['removed', LATER],
      ['rejected', null],
    ]),
  );
});
