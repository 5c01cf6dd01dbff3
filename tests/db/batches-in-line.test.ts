import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { networkKeys } from '#db/schema/account-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

const insert = (day: string) => fresh.db.insert(networkKeys).values({ day, key: 'a key' }).returning();

test('batches that read before they write stand in line, however many come at once', async () => {
  const days = Array.from({ length: 60 }, (_, index) => `day ${index}`);
  const isFirst = sql`(select count(*) from network_keys, (select 1 from accounts union all select 2)) >= 0`;
  const done = await Promise.all(days.map((day) => runOrNothing(fresh.db, [orNothing(fresh.db, isFirst), insert(day)])));
  expect(done.every(Boolean)).toBe(true);
  expect(await fresh.db.select().from(networkKeys)).toHaveLength(60);
});

test('a batch whose snapshot went stale fails alone: what is written afterwards is written', async () => {
  const stale = async (day: string) => {
    const transaction = await fresh.client.transaction('deferred');
    await transaction.execute('select count(*) from network_keys');
    await fresh.client.execute({ sql: 'insert into network_keys (day, key) values (?, ?)', args: [`${day} meanwhile`, 'a key'] });
    await expect(transaction.execute(`insert into network_keys (day, key) values ('${day}', 'a key') returning day`)).rejects.toThrow(
      /locked/,
    );
    transaction.close();
  };
  for (const day of ['one', 'two', 'three']) await stale(day);
  for (const day of ['four', 'five', 'six']) await insert(day);
  expect(await fresh.db.select().from(networkKeys)).toHaveLength(6);
});
