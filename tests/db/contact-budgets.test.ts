import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactBudgetsRepository } from '#db/repositories/contact-budgets.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { postCountsRepository } from '#db/repositories/post-counts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { newId } from '#worker/kernel/random.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function publishedJob(): Promise<string> {
  const { db } = database;
  const job = aJob(await addEmployer(db, newId()));
  await jobWrites(db).publish([job]);
  return job.id;
}

const reveal = (jobId: string) => ({ jobId, day: '2026-05-04', what: 'reveal' }) as const;

test('of many who ask at once no more are shown a contact than one after the other, and each is counted for the ad', async () => {
  const budgets = contactBudgetsRepository(database.db);
  const jobId = await publishedJob();
  const [exact, wider] = [newId(), newId()];
  const taking = {
    budgets: [
      { subject: exact, most: 3 },
      { subject: wider, most: 10 },
    ],
    now: NOON,
    count: reveal(jobId),
  };
  const taken = await Promise.all(Array.from({ length: 20 }, () => budgets.take(taking)));
  expect(taken.filter(({ may }) => may)).toHaveLength(3);
  expect(await postCountsRepository(database.db).ofJob(jobId, '2026-05-01')).toEqual([{ day: '2026-05-04', what: 'reveal', count: 3 }]);
});

test('what the exact network is refused is not counted against its neighbours, and what these used up is shown to nobody of them', async () => {
  const budgets = contactBudgetsRepository(database.db);
  const count = reveal(await publishedJob());
  const wider = { subject: newId(), most: 4 };
  const from = async (subject: string) => (await budgets.take({ budgets: [{ subject, most: 3 }, wider], now: NOON, count })).may;
  const [one, other] = [newId(), newId()];
  const first = [await from(one), await from(one), await from(one), await from(one), await from(one)];
  expect(first).toEqual([true, true, true, false, false]);
  expect([await from(other), await from(other)]).toEqual([true, false]);
});

test('a strike counts against one network alone, also beyond its budget', async () => {
  const budgets = contactBudgetsRepository(database.db);
  const count = reveal(await publishedJob());
  const [subject, wider] = [newId(), newId()];
  for (let struck = 0; struck < 3; struck += 1) await budgets.strike({ subject, units: 5, now: NOON });
  const { may, used } = await budgets.take({
    budgets: [
      { subject, most: 12 },
      { subject: wider, most: 60 },
    ],
    now: NOON,
    count,
  });
  expect(may).toBe(false);
  expect(used).toEqual([{ subject, used: 15 }]);
});

test('what was counted of an ad, and where its links lead, goes with the ad, and nothing is counted of one that is gone', async () => {
  const { db } = database;
  const counts = postCountsRepository(db);
  const jobId = await publishedJob();
  const view = { jobId, day: '2026-05-04', what: 'view' } as const;
  await counts.add(view);
  await counts.add(view);
  await db.run(
    sql`insert into link_checks (job_id, url, checked_at) values (${jobId}, 'https://a.example/', 0), (${jobId}, 'https://b.example/', 0)`,
  );
  expect(await counts.ofJob(jobId, '')).toEqual([{ day: '2026-05-04', what: 'view', count: 2 }]);
  await db.run(sql`delete from job_places where job_seq in (select seq from jobs where id = ${jobId})`);
  await db.run(sql`delete from jobs where id = ${jobId}`);
  await counts.add(view);
  expect(await counts.ofJob(jobId, '')).toEqual([]);
  expect(await db.all(sql`select url from link_checks where job_id = ${jobId}`)).toEqual([]);
});
