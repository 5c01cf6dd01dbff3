import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import { checkLinks } from '#worker/relay/check-links.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function aPost(applyUrl: string): Promise<string> {
  const { db } = database;
  const job = aJob(await addEmployer(db, newId()), { applyBy: 'url', applyUrl });
  await jobWrites(db).publish([job]);
  const times = { stateSince: NOON, createdAt: NOON, updatedAt: NOON };
  await db.insert(posts).values({ id: job.id, kind: 'job', state: 'published', language: 'en', ...times });
  return job.id;
}

const asked: string[] = [];
function look(now: number, answer: OutsideAnswer) {
  asked.length = 0;
  const fetchPublic = async (address: string) => {
    asked.push(address);
    return answer;
  };
  return checkLinks({ now, fetchPublic, linkChecks: linkChecksRepository(database.db) });
}

const WELL: OutsideAnswer = { is: 'answer', status: 200, type: 'text/html', location: null, text: '' };
const GONE: OutsideAnswer = { is: 'answer', status: 404, type: 'text/html', location: null, text: '' };

test(
  'the outside link of a post is looked at every week, sooner after trouble, and forgotten with it',
  proves('outside-links-checked'),
  async () => {
    const url = 'https://firma.example/apply';
    const id = await aPost(url);
    const { ofJob } = linkChecksRepository(database.db);
    expect(await look(NOON, WELL)).toEqual({ looked: 1, troubled: 0 });
    expect(await ofJob(id)).toEqual([{ jobId: id, url, checkedAt: NOON, trouble: null, failures: 0 }]);
    await look(NOON + 7 * DAY - 1, GONE);
    expect(asked).toEqual([]);
    await look(NOON + 7 * DAY, GONE);
    await look(NOON + 8 * DAY, GONE);
    expect(await ofJob(id)).toMatchObject([{ failures: 2, trouble: 'The site has no such page.' }]);
    await look(NOON + 9 * DAY, WELL);
    expect(await ofJob(id)).toMatchObject([{ failures: 0, trouble: null }]);
    await database.db.run(sql`update jobs set apply_url = 'https://firma.example/other' where id = ${id}`);
    await look(NOON + 9 * DAY, WELL);
    expect((await ofJob(id)).map((one) => one.url)).toEqual(['https://firma.example/other']);
    await jobWrites(database.db).stop([id], NOON);
    await look(NOON + 99 * DAY, WELL);
    expect([asked, await ofJob(id)]).toEqual([[], []]);
  },
);

test('a board that cannot look says nothing of a link, and looks again', async () => {
  const id = await aPost('https://other.example/apply');
  expect(await look(NOON, { is: 'not-tried' })).toEqual({ looked: 0, troubled: 0 });
  expect(await linkChecksRepository(database.db).ofJob(id)).toEqual([]);
  await look(NOON, WELL);
  expect(asked).toEqual(['https://other.example/apply']);
});
