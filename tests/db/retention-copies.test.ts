import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataExportsRepository } from '#db/repositories/data-exports.ts';
import { copies } from '#db/repositories/retention-copies.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { dataExports } from '#db/schema/account-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { proves } from '#tests/support/proves.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { copyKey } from '#worker/privacy/model/copy-key.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

async function boardWithCopies(times: readonly number[]) {
  const files = fileStore(memoryBucket(), 'a secret that only the tests know, and long');
  const { id: accountId } = await makeAccount(fresh.db);
  for (const [index, createdAt] of times.entries()) {
    const copy = { id: `copy${index}`, accountId, createdAt, expiresAt: createdAt + 7 * DAY, bytes: 3, downloadedAt: null };
    await files.put(copyKey(copy), new Uint8Array(3));
    await fresh.db.insert(dataExports).values(copy);
  }
  const carryOut = (now: number) => {
    const runs = retentionRunsRepository(fresh.db);
    const context = { now, clock: () => now, deadline: now + DAY, chunk: 2, runs };
    return carryOutRule(context, { rule: ruleOf(RETENTION, 'data-exports'), rows: copies(fresh.db, files) });
  };
  return { files, accountId, carryOut };
}

test('a copy is kept for 7 days, and then neither its file nor its row is there', proves('copy-by-button'), async () => {
  const { files, accountId, carryOut } = await boardWithCopies([NOON, NOON + 1, NOON + 2, NOON + DAY]);
  await carryOut(NOON + 7 * DAY - 1);
  expect(await files.list('')).toHaveLength(4);
  const { deleted, oldestLeft, done } = await carryOut(NOON + 7 * DAY + 2);
  expect({ deleted, oldestLeft, done }).toEqual({ deleted: 6, oldestLeft: NOON + DAY, done: true });
  expect(await files.list('')).toEqual([`copies/${accountId}/${NOON + DAY}-copy3`]);
  const left = await dataExportsRepository(fresh.db).list({ accountId, now: NOON });
  expect(left.map(({ id }) => id)).toEqual(['copy3']);
  const { rows } = await fresh.client.execute("select deleted from retention_runs where rule = 'data-exports' order by slot desc limit 1");
  expect(Number(rows[0]?.['deleted'])).toBe(6);
});

test('a file whose row is gone ends all the same, and the ledger of deletions is left alone', async () => {
  const { files, carryOut } = await boardWithCopies([]);
  await files.put(`copies/somebody/${NOON}-lost`, new Uint8Array(3));
  await files.put('copies/somebody/of another make', new Uint8Array(3));
  await files.put('erasures/done/2026-01-01/somebody', new Uint8Array(3));
  await carryOut(NOON + 7 * DAY);
  expect(await files.list('')).toEqual(['erasures/done/2026-01-01/somebody']);
});
