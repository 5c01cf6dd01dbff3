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

test('a batch that reads before it writes is done, however much is written meanwhile', async () => {
  // Long enough for others to get their turn between the reading and the writing.
  const counted = sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000) select count(*) from n`;
  const readings = Array.from({ length: 12 }, () => orNothing(fresh.db, sql`(${counted}) + (select count(*) from network_keys) > 0`));
  const batch = runOrNothing(fresh.db, [...readings, insert('after reading')]);
  const meanwhile = Promise.all(Array.from({ length: 20 }, (_, index) => insert(`day ${index}`)));
  expect(await batch).toBe(true);
  await meanwhile;
  expect(await fresh.db.select().from(networkKeys)).toHaveLength(21);
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
