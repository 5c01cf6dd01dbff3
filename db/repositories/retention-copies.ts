import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { keptTables, together } from '#db/repositories/kept-tables.ts';
import { type RetentionRun, retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { COPIES, copyMadeAt } from '#worker/privacy/model/copy-key.ts';

/** The store of files, as far as a rule needs it. */
export interface KeptFiles {
  list(prefix: string): Promise<readonly string[]>;
  delete(keys: readonly string[]): Promise<void>;
}

/** Copies of people's data: the files, each by the time in its key, and their rows. A file goes also where its row is gone. */
export function copies(db: Database, files: KeptFiles): KeptRows {
  return together([copyFiles(db, files), keptTables(db, { table: 'dataExports', since: sql`created_at` })]);
}

function copyFiles(db: Database, files: KeptFiles): KeptRows {
  const runs = retentionRunsRepository(db);
  const list = async () => (await files.list(COPIES)).map((key) => ({ key, madeAt: copyMadeAt(key) }));
  return {
    async survey({ cutoff }) {
      const times = (await list()).map(({ madeAt }) => madeAt);
      const left = times.filter((madeAt) => madeAt > cutoff);
      return { due: times.length - left.length, oldestLeft: left.length === 0 ? null : Math.min(...left) };
    },
    async remove({ cutoff, limit, run }) {
      const due = (await list()).filter(({ madeAt }) => madeAt <= cutoff).slice(0, limit);
      return removeFiles(
        due.map(({ key }) => key),
        run,
      );
    },
  };

  async function removeFiles(keys: readonly string[], run: RetentionRun): Promise<number> {
    if (keys.length === 0) return 0;
    await files.delete(keys);
    await runs.addDeleted(run, keys.length);
    return keys.length;
  }
}
