import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeSummary } from '#db/import/summary.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { withheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';

const FIRST = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const CLEAN = 'You look after the archive.';
const FLAGGED = 'You look after the archive. Women only, please.';
let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

function feed(ads: Readonly<Record<string, string>>): string {
  const lines = Object.entries(ads).map(([identifier, description]) =>
    JSON.stringify({
      '@type': 'JobPosting',
      title: 'Clerk',
      description,
      identifier,
      hiringOrganization: 'Firm',
      jobLocation: 'Stockholm',
    }),
  );
  return `${lines.join('\n')}\n`;
}

const brought = (ads: Readonly<Record<string, string>>, now: number) =>
  importText(database, feed(ads), { now, source: 'firm', full: true, yes: true });

/** The ads of the import that the public sees, by their source's keys. */
async function publicKeys(): Promise<readonly string[]> {
  const rows = await database.db.all<{ key: string }>(
    sql`select source_key as key from jobs where source_id is not null and seq in (select seq from public_jobs) order by 1`,
  );
  return rows.map(({ key }) => key);
}

const openCases = () =>
  database.db.all<{ id: string; flags: string; title: string }>(
    sql`select id, flags, title from cases where state = 'open' and kind = 'import'`,
  );

test('an ad in which something is found waits, the rest of its feed goes on, and the operator is told', async () => {
  const summary = await brought({ good: CLEAN, bad: FLAGGED }, FIRST);
  expect(summary).toMatchObject({ created: 2, waiting: 1 });
  expect(describeSummary(summary)).toContain('1 ad was flagged by the checks. It waits for a moderator at /moderate');
  expect(await publicKeys()).toEqual(['good']);
  const [waiting] = await openCases();
  expect(waiting).toMatchObject({ title: 'Clerk' });
  expect(JSON.parse(waiting?.flags ?? '')).toMatchObject([{ flag: 'discrimination', field: 'description' }]);
});

test('carried again unchanged it waits on, once', async () => {
  await brought({ bad: FLAGGED }, FIRST);
  expect(await brought({ bad: FLAGGED }, FIRST + DAY)).toMatchObject({ unchanged: 1, waiting: 0 });
  expect(await openCases()).toHaveLength(1);
  expect(await publicKeys()).toEqual([]);
});

test('changed for the better it is public, and nobody has to decide any more', async () => {
  await brought({ bad: FLAGGED }, FIRST);
  await brought({ bad: CLEAN }, FIRST + DAY);
  expect(await openCases()).toEqual([]);
  expect(await publicKeys()).toEqual(['bad']);
});

test('changed for the worse it leaves the public', async () => {
  await brought({ turns: CLEAN }, FIRST);
  expect(await publicKeys()).toEqual(['turns']);
  expect(await brought({ turns: FLAGGED }, FIRST + DAY)).toMatchObject({ changed: 1, waiting: 1 });
  expect(await publicKeys()).toEqual([]);
});

test('what a moderator let pass passes again, until something else is found', async () => {
  const long = (beginning: string) => `${beginning} ${'You look after the archive. '.repeat(5)}Women only, please.`;
  await brought({ bad: long('The archive is warm.') }, FIRST);
  await database.db.run(sql`update cases set state = 'decided', outcome = 'approved'`);
  await database.db.run(sql`delete from withheld_jobs`);
  expect(await brought({ bad: long('The archive is cold.') }, FIRST + DAY)).toMatchObject({ changed: 1, waiting: 0 });
  expect(await publicKeys()).toEqual(['bad']);
  expect(await brought({ bad: `${long('The archive is cold.')} No men.` }, FIRST + 2 * DAY)).toMatchObject({ changed: 1, waiting: 1 });
});

test('what was removed by a decision stays removed, flagged or not', async () => {
  await brought({ bad: FLAGGED, good: CLEAN }, FIRST);
  await database.db.run(
    sql`insert or replace into withheld_jobs (job_seq, why, since) select seq, 'removed', ${FIRST} from jobs where source_id is not null`,
  );
  await brought({ bad: `${FLAGGED} Come soon.`, good: `${CLEAN} Come soon.` }, FIRST + DAY);
  expect(await publicKeys()).toEqual([]);
  expect(await openCases()).toEqual([]);
});

test('what its source no longer carries leaves the queue, and is judged anew when it is carried again', async () => {
  await brought({ good: CLEAN, bad: FLAGGED }, FIRST);
  await brought({ good: CLEAN }, FIRST + DAY);
  expect(await openCases()).toEqual([]);
  expect(await brought({ good: CLEAN, bad: FLAGGED }, FIRST + 2 * DAY)).toMatchObject({ waiting: 1 });
  expect(await publicKeys()).toEqual(['good']);
});

test('an ad that is frozen and meanwhile comes with something found gets its case, and waits for it when the freeze ends', async () => {
  await brought({ ad: CLEAN }, FIRST);
  const ads = withheldAdsRepository(database.db);
  const [job] = await database.db.all<{ id: string }>(sql`select id from jobs`);
  const ad = await ads.find(job?.id ?? '');
  if (ad === null) throw new Error('the ad was not imported');
  await ads.run(ads.freezeStatements({ ad, now: FIRST + 1, endsAt: FIRST + DAY, why: null }));
  await brought({ ad: FLAGGED }, FIRST + 2);
  expect(await openCases()).toHaveLength(1);
  await ads.run(ads.unfreezeStatements({ ad, now: FIRST + DAY, why: null, by: 'time' }));
  expect(await publicKeys()).toEqual([]);
  expect((await ads.find(ad.id))?.withheld?.why).toBe('waiting');
});

test('an ad that waits until it runs out leaves the queue, and no word of it stays there', async () => {
  await brought({ bad: FLAGGED, good: CLEAN }, FIRST);
  const now = FIRST + 300 * DAY;
  const run = { rule: 'expired-jobs', slot: 1 };
  expect(await retentionRepository(database.db)['expired-jobs']?.remove({ cutoff: now, now, limit: 10, run })).toBe(2);
  expect(await database.db.all(sql`select state, title, flags, decided_at as at from cases`)).toEqual([
    { state: 'withdrawn', title: '', flags: '[]', at: now },
  ]);
});
