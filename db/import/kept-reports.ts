import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import type { RetentionRunsRepository } from '#db/repositories/retention-runs.ts';

/** The files of a folder of import reports, as a retention rule sees them: kept since they were last written. */
export function keptReports(folder: string, runs: RetentionRunsRepository): KeptRows {
  return {
    async survey({ cutoff }) {
      const reports = reportsIn(folder);
      const left = reports.filter(({ since }) => since > cutoff).map(({ since }) => since);
      return { due: reports.length - left.length, oldestLeft: left.length === 0 ? null : Math.min(...left) };
    },
    async remove({ cutoff, limit, run }) {
      const due = reportsIn(folder)
        .filter(({ since }) => since <= cutoff)
        .slice(0, limit);
      for (const { path } of due) rmSync(path, { force: true });
      await runs.addDeleted(run, due.length);
      return due.length;
    },
  };
}

function reportsIn(folder: string): readonly { readonly path: string; readonly since: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, since: Math.floor(statSync(path).mtimeMs) }));
}
