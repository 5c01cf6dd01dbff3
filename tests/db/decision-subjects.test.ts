import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appealsRepository, type StoredAppeal } from '#db/repositories/appeals.ts';
import { authorHistoryRepository } from '#db/repositories/author-history.ts';
import { decisionSubjectsRepository } from '#db/repositories/decision-subjects.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { statementsRepository } from '#db/repositories/statements.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { appeals, cases, statements } from '#db/schema/moderation-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import { aGig, makeEmployer, makePost } from '#tests/support/posts.ts';
import { aStatement } from '#tests/support/statements.ts';

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

test('an ad belongs to whoever works for its employer, also where it was imported, and to nobody else', async () => {
  const { db, close } = await freshDatabase();
  const firm = await makeEmployer(db);
  const stranger = await makeAccount(db, { role: 'moderator' });
  const imported = aJob(firm.seq);
  await jobWrites(db).publish([imported]);
  const { isOwnAd, isOwnEmployer } = decisionSubjectsRepository(db);
  expect([await isOwnAd(firm.recruiter.id, imported.id), await isOwnAd(stranger.id, imported.id)]).toEqual([true, false]);
  expect([await isOwnEmployer(firm.owner.id, firm.seq), await isOwnEmployer(stranger.id, firm.seq)]).toEqual([true, false]);
  await close();
});

test('whoever has the account frozen, or is suspended, is nobody who could decide on an objection', async () => {
  const { db, close } = await freshDatabase();
  const counted = appealsRepository(db).countStaff;
  const [frozen, suspended] = [await makeAccount(db, { role: 'moderator' }), await makeAccount(db, { role: 'administrator' })];
  await makeAccount(db, { role: 'employer' });
  expect(await counted()).toBe(2);
  await db.update(accounts).set({ restrictedAt: 1 }).where(eq(accounts.id, frozen.id));
  expect(await counted()).toBe(1);
  await db.update(accounts).set({ suspendedAt: 1 }).where(eq(accounts.id, suspended.id));
  expect(await counted()).toBe(0);
  await close();
});

test('the names that a statement must not tell are those of the account, of the ad’s writer, and of whom the ad names', async () => {
  const { db, close } = await freshDatabase();
  const [held, writer] = [await makeAccount(db, { name: 'Holder Hill' }), await makeAccount(db, { name: 'Writer Wood' })];
  const author = { is: 'member', accountId: writer.id } as const;
  const ad = await makePost(db, { author, state: 'published', content: aGig({ offeredBy: { name: 'Shown Shore', website: null } }) });
  await db
    .insert(statements)
    .values([
      aStatement({ id: 'account', accountId: held.id, restriction: 'suspended' }),
      aStatement({ id: 'ad', jobId: ad.id, revisionId: ad.revisionId }),
      aStatement({ id: 'other', jobId: ad.id }),
    ]);
  const named = (await statementsRepository(db).namesIn(['account', 'ad'])).map(({ id, name }) => `${id}: ${name}`);
  expect(named.toSorted()).toEqual(['account: Holder Hill', 'ad: Shown Shore', 'ad: Writer Wood']);
  await close();
});

test('decisions against an author leave out those against the same person for an employer, and the other way round', async () => {
  const { db, close } = await freshDatabase();
  const firm = await makeEmployer(db);
  const author = { is: 'member', accountId: firm.owner.id } as const;
  const own = await makePost(db, { author, state: 'submitted', content: aGig() });
  const ofFirm = await makePost(db, { employer: firm, state: 'submitted' });
  await db
    .insert(statements)
    .values([
      aStatement({ id: 'of-firm', accountId: firm.owner.id, employerSeq: firm.seq, jobId: 'gone' }),
      aStatement({ id: 'of-person', accountId: firm.owner.id, jobId: 'gone-too' }),
    ]);
  const { decisionsOf } = authorHistoryRepository(db);
  expect((await decisionsOf(own.id, 9)).map(({ id }) => id)).toEqual(['of-person']);
  expect((await decisionsOf(ofFirm.id, 9)).map(({ id }) => id)).toEqual(['of-firm']);
  await close();
});
