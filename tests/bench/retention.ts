import { join } from 'node:path';
import { openDatabase } from '#db/client.ts';
import { hostLocalDatabase } from '#db/local-database.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { RETENTION } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const YEARS_LATER = Date.UTC(2100, 0);

/** Deletes the ads that the bench imported, as if their time were over, by the rule that the daily task carries out; answers ads per second. */
export async function measureRetention(folder: string): Promise<number> {
  const database = await hostLocalDatabase(join(folder, 'import'));
  const db = openDatabase(database);
  const rule = RETENTION.find(({ id }) => id === 'expired-jobs');
  const rows = retentionRepository(db)['expired-jobs'];
  if (rule === undefined || rows === undefined) throw new Error('There is no rule expired-jobs any more.');
  const context = { now: YEARS_LATER, clock: Date.now, deadline: Number.MAX_SAFE_INTEGER, chunk: 500, runs: retentionRunsRepository(db) };
  const from = performance.now();
  const { deleted } = await carryOutRule(context, { rule, rows });
  const seconds = (performance.now() - from) / 1000;
  await database.close();
  return deleted / seconds;
}
