import type { Database } from '#db/client.ts';
import type { ProblemReport } from '#db/import/report.ts';
import type { ImportSummary } from '#db/import/summary.ts';
import { factsRepository } from '#db/repositories/facts.ts';
import type { ImportRun } from '#worker/staff/model/board-view.ts';

interface Ran {
  readonly summary: ImportSummary;
  readonly report: Pick<ProblemReport, 'byField'>;
  readonly now: number;
}

/** Keeps how the last import of a source went, for the page of whoever runs the board: numbers and names of fields alone. The report says which rows. */
export async function noteRun(db: Database, { summary, report, now }: Ran): Promise<void> {
  const { source, rows, created, changed, refused, waiting, isComplete, stopping } = summary;
  const run: ImportRun = {
    at: now,
    rows,
    created,
    changed,
    refused,
    refusedFor: report.byField(),
    waiting,
    isComplete,
    stopping: stopping.kind,
  };
  await factsRepository(db).write(`last-import/${source}`, JSON.stringify(run));
}
