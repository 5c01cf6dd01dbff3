import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { askCopy } from '#worker/privacy/ask-copy.ts';
import { listCopies } from '#worker/privacy/list-copies.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const limiter = { limit: async () => ({ success: true }) };

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function someone() {
  const { id } = await makeAccount(fresh.db);
  const bucket = memoryBucket();
  const { url, token } = fresh.address;
  const SECRET = 'a secret that only the tests know, and long';
  const env = {
    DATABASE_URL: url,
    DATABASE_TOKEN: token,
    PUBLIC_URL: 'https://board.example',
    SECRET,
    RATE_EXACT: limiter,
    RATE_WIDER: limiter,
  };
  const config = configOf({ ...env, FILES: bucket, SMTP_URL: 'smtps://board:secret@mail.example' });
  const session = {
    is: 'seeker',
    accountId: id,
    sessionId: 'session',
    handle: 'handle',
    proof: 'password',
    restricted: false,
    suspended: false,
  } as const;
  const at = (now: number) => ({ container: createContainer(config, () => now), actor: { ...session, provenAt: now } });
  const ask = (now: number) => askCopy(at(now).container, at(now).actor);
  const list = (now: number) => listCopies(at(now).container, at(now).actor);
  return { bucket, ask, list };
}

test('an hour later a new copy is made, and both are there until each has run out', async () => {
  const { bucket, ask, list } = await someone();
  const first = await ask(NOON);
  expect((await ask(NOON + HOUR - 1)).copy).toEqual(first.copy);
  const second = await ask(NOON + HOUR);
  expect([second.isNew, bucket.stored.size]).toEqual([true, 2]);
  expect((await list(NOON + HOUR)).copies.map(({ id }) => id)).toEqual([second.copy.id, first.copy.id]);
  expect((await list(NOON + 7 * 24 * HOUR)).copies.map(({ id }) => id)).toEqual([second.copy.id]);
  expect((await list(NOON + 2 * HOUR)).nextFrom).toBe(null);
});

test('a copy whose file was lost is made anew, also within the hour', async () => {
  const { bucket, ask, list } = await someone();
  const first = await ask(NOON);
  await bucket.delete([...bucket.stored.keys()]);
  const second = await ask(NOON + 1);
  expect(second.isNew).toBe(true);
  expect((await list(NOON + 1)).copies).toEqual([second.copy]);
  expect(second.copy.id).not.toBe(first.copy.id);
});

test('a file whose row could not be written does not stay', async () => {
  const { bucket, ask } = await someone();
  await fresh.client.execute("create trigger no_copies before insert on data_exports begin select raise(abort, 'full'); end");
  await expect(ask(NOON)).rejects.toThrow();
  await fresh.client.execute('drop trigger no_copies');
  expect(bucket.stored.size).toBe(0);
});
