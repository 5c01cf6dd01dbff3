import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { posts } from '#db/schema/posting-tables.ts';
import { sources } from '#db/schema/tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import { checkImportedLinks } from '#worker/relay/check-imported-links.ts';
import { type CheckLinksContext, checkLinks } from '#worker/relay/check-links.ts';

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
/** Whoever was written to, by the post. */
const told: string[] = [];
const tellAuthor: CheckLinksContext['tellAuthor'] = async (postId, { facts: { url } }) => {
  told.push(`${postId} ${url}`);
  return [];
};
const clock = () => NOON;

function look(now: number, answer: OutsideAnswer) {
  asked.length = 0;
  const fetchPublic = async (address: string) => {
    asked.push(address);
    return answer;
  };
  return checkLinks({ now, clock, tellAuthor, fetchPublic, linkChecks: linkChecksRepository(database.db) });
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

test('whoever wrote an ad is told once that a link is dead, and again only where it worked in between', async () => {
  const url = 'https://wanting.example/apply';
  const id = await aPost(url);
  told.length = 0;
  const days = [GONE, GONE, GONE, WELL, GONE, WELL, GONE, GONE];
  let at = NOON;
  for (const answer of days) {
    await look(at, answer);
    // Well again: the next look is a week later.
    at += answer === WELL ? 7 * DAY : DAY;
  }
  expect(told.filter((line) => line.startsWith(id))).toEqual([`${id} ${url}`, `${id} ${url}`]);
});

const SOURCE = { id: 'a-feed', name: 'A feed', firstImportedAt: NOON, lastImportedAt: NOON };

/** Imported ads with these links; the board has nothing else to go through. */
async function imported(urls: readonly string[]): Promise<readonly string[]> {
  const { db } = database;
  await db.run(sql`delete from jobs`);
  await db.insert(sources).values(SOURCE).onConflictDoNothing();
  const employer = await addEmployer(db, newId());
  const ads = urls.map((applyUrl) => aJob(employer, { applyBy: 'url', applyUrl, sourceId: SOURCE.id, sourceKey: applyUrl }));
  await jobWrites(db).publish(ads);
  return ads.map(({ id }) => id);
}

/** As many runs as there are parts, and what was asked in them. */
async function lookAtImported(now: number, answers: (url: string) => OutsideAnswer, runs = 1): Promise<readonly string[]> {
  asked.length = 0;
  const fetchPublic = async (address: string) => {
    asked.push(address);
    return answers(address);
  };
  const context = { now, clock, fetchPublic, linkChecks: linkChecksRepository(database.db) };
  for (let run = 0; run < runs; run += 1) await checkImportedLinks(context, run);
  return asked;
}

test('links of imported ads are looked at, too: some of each site at a time, all of them in the end, and every week', async () => {
  const big = Array.from({ length: 30 }, (_, nth) => `https://big.example/${nth}`);
  const ids = await imported([...big, 'https://small.example/a']);
  told.length = 0;
  expect(await lookAtImported(NOON, () => WELL)).toHaveLength(21);
  expect(await lookAtImported(NOON + DAY, () => GONE)).toHaveLength(10);
  expect(await lookAtImported(NOON + DAY + 1, () => GONE)).toEqual([]);
  expect(new Set(await lookAtImported(NOON + 2 * DAY, () => GONE))).toHaveLength(10);
  expect(await lookAtImported(NOON + 7 * DAY, (url) => (url.includes('small') ? GONE : WELL))).toContain('https://small.example/a');
  const [small] = await linkChecksRepository(database.db).ofJob(ids[30] ?? '');
  expect(small).toMatchObject({ failures: 1, trouble: 'The site has no such page.' });
  expect(told).toEqual([]);
});

test('a site that does not answer is asked no more in that run, and others are', async () => {
  await imported(['https://quiet.example/1', 'https://quiet.example/2', 'https://loud.example/1']);
  const asked = await lookAtImported(NOON, (url) => (url.includes('quiet') ? { is: 'silent' } : WELL));
  expect(asked.map((url) => new URL(url).host).sort()).toEqual(['loud.example', 'quiet.example']);
});

test('every part of many ads has its run, and a link that an ad has no more is forgotten', async () => {
  const [first] = await imported(['https://first.example/a']);
  await database.db.run(sql`update sqlite_sequence set seq = (select max(seq) from jobs) + 2000 where name = 'jobs'`);
  const last = aJob(await addEmployer(database.db, newId()), {
    applyBy: 'url',
    applyUrl: 'https://last.example/a',
    sourceId: SOURCE.id,
    sourceKey: 'last',
  });
  await jobWrites(database.db).publish([last]);
  const inOneRun = await lookAtImported(NOON, () => WELL, 1);
  expect(inOneRun.length).toBeLessThan(2);
  const parts = 1 + Math.floor((await seqOf(last.id)) / 500);
  await lookAtImported(NOON + 7 * DAY, () => WELL, parts);
  expect([...asked].sort()).toEqual(['https://first.example/a', 'https://last.example/a']);
  await database.db.run(sql`update jobs set apply_url = 'https://first.example/new' where id = ${first}`);
  await lookAtImported(NOON + 8 * DAY, () => WELL, parts);
  expect((await linkChecksRepository(database.db).ofJob(first ?? '')).map(({ url }) => url)).toEqual(['https://first.example/new']);
});

async function seqOf(id: string): Promise<number> {
  const [row] = await database.db.all<{ seq: number }>(sql`select seq from jobs where id = ${id}`);
  return row?.seq ?? 0;
}

test('of an ad that goes while its link is looked at nothing is noted', async () => {
  await linkChecksRepository(database.db).note([{ jobId: newId(), url: 'https://gone.example/', checkedAt: NOON, trouble: null }], []);
  expect(await database.db.all(sql`select url from link_checks where url = 'https://gone.example/'`)).toEqual([]);
});

test('each ad of an import has its part, the first of a part among them; behind the last part all begins anew, and what is stopped is left out', async () => {
  const { db } = database;
  await db.run(sql`update sqlite_sequence set seq = (seq / 500 + 1) * 500 - 1 where name = 'jobs'`);
  const [edge, stopped] = await imported(['https://edge.example/a', 'https://stopped.example/a']);
  await jobWrites(db).stop([stopped ?? ''], NOON);
  const part = (await seqOf(edge ?? '')) / 500;
  const run = async (number: number) => {
    asked.length = 0;
    const fetchPublic = async (address: string) => {
      asked.push(address);
      return WELL;
    };
    await checkImportedLinks({ now: NOON, clock, fetchPublic, linkChecks: linkChecksRepository(db) }, number);
    return [...asked];
  };
  for (let before = 0; before < part; before += 1) expect(await run(before)).toEqual([]);
  expect(await run(part + 1)).toEqual([]);
  expect(await run(part + (part + 1))).toEqual(['https://edge.example/a']);
});

test('what is noted of imported ads stays where the links of posts are looked at', async () => {
  const [id] = await imported(['https://kept.example/a']);
  await lookAtImported(NOON, () => GONE, 1 + Math.floor((await seqOf(id ?? '')) / 500));
  await look(NOON + DAY, WELL);
  expect(await linkChecksRepository(database.db).ofJob(id ?? '')).toMatchObject([{ failures: 1 }]);
});
