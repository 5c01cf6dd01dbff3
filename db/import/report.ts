import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { RowProblem } from '#db/import/raw-job.ts';
import { keepContactsPrivate } from '#worker/jobs/model/contacts.ts';
import { slugOf } from '#worker/kernel/text.ts';

const LONGEST_REASON = 300;
const MOST_ROWS = 100_000;
const MOST_FIELDS = 5;

/** The file of rows that could not be taken over; made with the first of them. */
export interface ProblemReport {
  add(problem: RowProblem): void;
  readonly count: () => number;
  /** How many by the field that was wrong, the most first. */
  readonly byField: () => readonly { readonly field: string; readonly count: number }[];
  /** Resolves to the file's path; null where nothing went wrong. */
  close(): Promise<string | null>;
}

/** Where the reports of a data directory lie. */
export function reportsFolder(dataDir: string): string {
  return join(dataDir, 'import-reports');
}

export function openReport({ folder, name, now }: { folder: string; name: string; now: number }): ProblemReport {
  const path = join(folder, `${new Date(now).toISOString().replace(/[:.]/g, '-')}-${slugOf(name)}.tsv`);
  let stream: WriteStream | null = null;
  let count = 0;
  const fields = new Map<string, number>();
  return {
    add({ line, key, field, reason }) {
      count += 1;
      fields.set(field, (fields.get(field) ?? 0) + 1);
      if (stream === null) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        stream = createWriteStream(path, { mode: 0o600 });
        stream.write('line\tkey\tfield\treason\n');
      }
      if (count <= MOST_ROWS) stream.write(`${line}\t${cell(key ?? '')}\t${cell(field)}\t${cell(reason)}\n`);
    },
    count: () => count,
    byField: () =>
      [...fields]
        .map(([field, count]) => ({ field, count }))
        .toSorted((one, other) => other.count - one.count)
        .slice(0, MOST_FIELDS),
    close: () =>
      new Promise((resolve, reject) => {
        if (stream === null) return resolve(null);
        stream.on('error', reject).end(() => resolve(path));
      }),
  };
}

function cell(text: string): string {
  return keepContactsPrivate(text.replace(/\s+/g, ' ').slice(0, LONGEST_REASON)).text;
}
