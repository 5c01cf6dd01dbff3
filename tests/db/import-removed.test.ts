import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removedAds } from '#db/schema/moderation-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { removedAdText } from '#worker/moderation/model/removed-ad.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

function feed(keys: readonly string[]): string {
  const ad = {
    '@type': 'JobPosting',
    description: 'Work.',
    hiringOrganization: 'Firm',
    datePosted: '2026-11-01',
    jobLocation: 'Stockholm',
  };
  return `${keys.map((key) => JSON.stringify({ ...ad, title: `Job ${key}`, identifier: key })).join('\n')}\n`;
}

test('an imported ad that was removed by a decision does not come back, though its source carries it and its row is gone', async () => {
  const { db } = database;
  await importText(database, feed(['good', 'bad']), { now: NOW, source: 'firm' });
  const [source] = await db.all<{ id: string }>(sql`select id from sources`);
  await db.insert(removedAds).values({ fingerprint: await sha256(removedAdText({ id: source?.id ?? '', key: 'bad' })), removedAt: NOW });
  await db.run(sql`delete from jobs where source_key = 'bad'`);
  await importText(database, feed(['good', 'bad', 'new']), { now: NOW + 86_400_000, source: 'firm' });
  const keys = await db.all<{ key: string }>(sql`select source_key as key from jobs where source_id is not null order by source_key`);
  expect(keys.map(({ key }) => key)).toEqual(['good', 'new']);
});
