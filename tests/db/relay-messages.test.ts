import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { relayMessagesRepository } from '#db/repositories/relay-messages.ts';
import { relayMessages } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { proves } from '#tests/support/proves.ts';
import { writtenMessage } from '#tests/support/written-message.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

test('a message goes nowhere before its sender has confirmed the address', proves('message-by-relay'), async () => {
  const id = await writtenMessage(fresh.db);
  const messages = relayMessagesRepository(fresh.db);
  expect(await messages.waiting(10)).toEqual([]);
  await fresh.db.update(relayMessages).set({ confirmedAt: 1 }).where(eq(relayMessages.id, id));
  expect((await messages.waiting(10)).map((row) => row.id)).toEqual([id]);
});
