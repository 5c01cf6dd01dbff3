import type { Stopping } from '#db/import/stop-missing.ts';

export interface ImportSummary {
  readonly source: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** New or changed ads that wait for a moderator. */
  readonly waiting: number;
  readonly duplicates: number;
  readonly refused: number;
  /** The feed's end was seen. */
  readonly isComplete: boolean;
  readonly stopping: Stopping;
}

/** What became of an import, in sentences for the operator. */
export function describeSummary(summary: ImportSummary): string {
  const { source, created, changed, unchanged, duplicates, refused, waiting, isComplete, stopping } = summary;
  const stopped = stopping.kind === 'stopped' ? stopping.count : 0;
  const counts = `${created} new, ${changed} changed, ${unchanged} unchanged, ${duplicates} duplicates, ${refused} refused, ${stopped} stopped`;
  const flagged = waiting === 0 ? [] : [waitingSentence(waiting)];
  const end = isComplete || stopping.kind === 'no-end' ? [] : ['The file has no end: it may be cut off.'];
  return [`Imported from “${source}”: ${counts}.`, ...flagged, ...end, ...stoppingSentence(stopping)].join('\n');
}

function waitingSentence(waiting: number): string {
  const [ads, themselves] = waiting === 1 ? ['1 ad was', 'It waits'] : [`${waiting} ads were`, 'They wait'];
  return `${ads} flagged by the checks. ${themselves} for a moderator at /moderate, and the public does not see ${waiting === 1 ? 'it' : 'them'} before.`;
}

function stoppingSentence(stopping: Stopping): readonly string[] {
  if (stopping.kind === 'no-end') return ['Nothing was stopped: the file has no end, so it may be cut off.'];
  if (stopping.kind !== 'too-many') return [];
  const share = Math.round((stopping.missing * 100) / stopping.published);
  return [
    `Nothing was stopped: the file no longer carries ${stopping.missing} of the source's ${stopping.published} ads (${share} %); if that is right, repeat the import with --yes.`,
  ];
}

/** 0: done as asked. 2: the ads were taken over, but what is gone was not stopped. */
export function exitCodeOf({ stopping }: ImportSummary): 0 | 2 {
  return stopping.kind === 'no-end' || stopping.kind === 'too-many' ? 2 : 0;
}
