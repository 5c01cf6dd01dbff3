import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsRepository } from '#db/repositories/facts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

test('a fact is null until it is written, and the last word counts', async () => {
  const facts = factsRepository(fresh.db);
  expect(await facts.read('seeded')).toBeNull();
  await facts.write('seeded', 'once');
  await facts.write('seeded', 'twice');
  expect(await facts.read('seeded')).toBe('twice');
});

test('the first who asks decides whether a database is a demonstration or live', async () => {
  const facts = factsRepository(fresh.db);
  expect(await facts.claimState('live')).toBe('live');
  expect(await facts.claimState('demonstration')).toBe('live');
});
