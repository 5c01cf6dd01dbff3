import type { Database } from '#db/client.ts';
import { keptReports } from '#db/import/kept-reports.ts';
import { reportsFolder } from '#db/import/report.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import { type CarriedOut, carryOutRule } from '#worker/retention/carry-out-rule.ts';

const ALL = Number.MAX_SAFE_INTEGER;

/** Carries out the rule `import-reports` for the reports of a data directory: files, which only their own machine can end. */
export function endReports(db: Database, { dataDir, now }: { readonly dataDir: string; readonly now: number }): Promise<CarriedOut> {
  const runs = retentionRunsRepository(db);
  const rows = keptReports(reportsFolder(dataDir), runs);
  return carryOutRule({ now, clock: () => now, deadline: ALL, chunk: ALL, runs }, { rule: ruleOf(RETENTION, 'import-reports'), rows });
}
