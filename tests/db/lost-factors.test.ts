import { afterEach, beforeEach, expect, test } from 'vitest';
import { accounts, factorLosses, totpFactors } from '#db/schema/account-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { liftLostFactors } from '#worker/accounts/lift-lost-factors.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const plenty = { limit: async () => ({ success: true }) };

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

function at(now: number) {
  const { url, token } = fresh.address;
  const surroundings = {
    PUBLIC_URL: 'https://board.example',
    SECRET: 'a secret that only the tests know, and long',
    FILES: memoryBucket(),
  };
  const env = { DATABASE_URL: url, DATABASE_TOKEN: token, RATE_EXACT: plenty, RATE_WIDER: plenty, ...surroundings };
  return createContainer(configOf(env), () => now);
}

test('whoever comes back while the last mail is written keeps every factor', async () => {
  const { id } = await makeAccount(fresh.db, { activeAt: NOON - 8 * DAY });
  await fresh.db.insert(totpFactors).values({ accountId: id, secret: 'sealed', createdAt: 1 });
  await fresh.db.insert(factorLosses).values({ accountId: id, confirmedAt: NOON - 7 * DAY, liftsAt: NOON });
  const { factorLosses: losses, prepareMail } = at(NOON);
  await liftLostFactors({
    now: NOON,
    factorLosses: losses,
    prepareMail: async (order) => {
      await fresh.db.update(accounts).set({ activeAt: NOON });
      return prepareMail(order);
    },
  });
  expect(await fresh.db.select().from(totpFactors)).toHaveLength(1);
  expect(await liftLostFactors(at(NOON + 1))).toMatchObject({ stopped: 1, lifted: 0 });
  expect(await fresh.db.select().from(totpFactors)).toHaveLength(1);
});
