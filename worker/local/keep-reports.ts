import { type DatabaseAddress, openDatabase } from '#db/client.ts';
import { endReports } from '#db/import/end-reports.ts';
import { taskRunsRepository } from '#db/repositories/task-runs.ts';
import { runSlot } from '#worker/tasks/run-slot.ts';

const DAY = 86_400_000;

/** Once a day: what only this machine can do. No import comes by for months, and its reports end all the same. */
export async function keepReports(address: DatabaseAddress, { dataDir, now }: { dataDir: string; now: number }): Promise<void> {
  const db = openDatabase(address);
  const run = async () => {
    const { done, deleted } = await endReports(db, { dataDir, now });
    return { done, words: `${deleted} deleted` };
  };
  const onFailure = (error: unknown) => console.error('The import reports could not be looked through:', error);
  await runSlot({ now, taskRuns: taskRunsRepository(db), onFailure }, { name: 'retention:import-reports', everyMs: DAY, run });
}
