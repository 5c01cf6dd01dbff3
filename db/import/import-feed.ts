import { basename } from 'node:path';
import type { Database } from '#db/client.ts';
import type { ImportArguments } from '#db/import/arguments.ts';
import { flaggedAmong } from '#db/import/check-ads.ts';
import { dayNumber } from '#db/import/clean/parse-date.ts';
import type { ImportJob } from '#db/import/import-job.ts';
import { type Making, makeJob } from '#db/import/make-job.ts';
import type { Mapping } from '#db/import/map/mapping.ts';
import { withPlacesLearned } from '#db/import/places/learn-places.ts';
import type { PlaceIndex } from '#db/import/places/place-index.ts';
import type { Progress } from '#db/import/progress.ts';
import { type FeedEvent, ImportError, type RawJob } from '#db/import/raw-job.ts';
import type { Input } from '#db/import/read/open-input.ts';
import { type Feed, readFeed } from '#db/import/read-feed.ts';
import type { ProblemReport } from '#db/import/report.ts';
import { placeResolver } from '#db/import/resolve-place.ts';
import { openStaging, type Staging } from '#db/import/staging.ts';
import { stopMissing } from '#db/import/stop-missing.ts';
import type { ImportSummary } from '#db/import/summary.ts';
import { importJobsRepository, type Stored } from '#db/repositories/import-jobs.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import { keepContactsPrivate } from '#worker/jobs/model/contacts.ts';
import { fold } from '#worker/kernel/text.ts';

const ROWS_A_REPORT = 500;

export interface ImportRun {
  readonly db: Database;
  readonly input: Input;
  readonly options: ImportArguments;
  readonly index: PlaceIndex;
  readonly now: number;
  /** Null for a demonstration. */
  readonly publicUrl: string | null;
  readonly report: ProblemReport;
  readonly progress: Progress;
  /** Told of every few ads that were written. */
  readonly written: (ads: number) => void;
}

/** Takes a feed over: reads all of it, makes one ad of what has one key, writes what is new or changed, and stops what is gone if asked. */
export async function importFeed(run: ImportRun): Promise<ImportSummary> {
  const feed = await readFeed(run.input, run.options);
  const staging = openStaging();
  try {
    const movedDays = await daysToMove(feed.mapping, run);
    const read = await stage({ feed, staging, making: makingOf(feed.mapping, movedDays, run), run });
    const name = run.options.source ?? feed.mapping?.source ?? (keepContactsPrivate(read.name ?? '').text || basename(run.options.file));
    if (read.jobs === 0) throw new ImportError(nothingRead(read.refused));
    const repository = importJobsRepository(run.db);
    const source = await repository.openSource({ name, now: run.now, movedDays });
    const at = { sourceId: source.id, now: run.now };
    run.progress.start('Writing', read.jobs - read.duplicates);
    const written = await writeAll(staging, { store: (jobs) => repository.store({ ...at, jobs, flagged: flaggedAmong(jobs) }), run });
    await repository.carry(staging.refusedKeys(), at);
    const stopping = run.options.full
      ? await stopMissing(repository, { at, isComplete: read.isComplete, evenMany: run.options.yes })
      : { kind: 'not-asked' as const };
    return {
      source: name,
      rows: read.rows,
      duplicates: read.duplicates,
      refused: read.refused,
      isComplete: read.isComplete,
      ...written,
      stopping,
    };
  } finally {
    run.progress.stop();
    staging.close();
  }
}

/** Prepares the next few ads while the database writes the last. */
async function writeAll(
  staging: Staging,
  { store, run }: { store: (jobs: readonly ImportJob[]) => Promise<Stored>; run: ImportRun },
): Promise<Stored> {
  const written = { created: 0, changed: 0, unchanged: 0, waiting: 0 };
  const note = ({ created, changed, unchanged, waiting }: Stored) => {
    written.created += created;
    written.changed += changed;
    written.unchanged += unchanged;
    written.waiting += waiting;
    const done = written.created + written.changed + written.unchanged;
    run.progress.update(done, done);
    run.written(created + changed);
  };
  let last: Promise<void> = Promise.resolve();
  for (const jobs of staging.batches()) {
    const next = store(jobs).then(note);
    // A failure is thrown when its turn comes, and is no stray one until then.
    next.catch(() => {});
    await last;
    last = next;
  }
  await last;
  return written;
}

function nothingRead(refused: number): string {
  return refused === 0
    ? 'The file holds no job ads: nothing was imported.'
    : `None of the file's ${refused} ads could be taken over: nothing was imported.`;
}

/** From the day on which the file was taken to the source's first import: decided once, then kept. */
async function daysToMove(mapping: Mapping | null, { db, options, now }: ImportRun): Promise<number> {
  if (mapping?.snapshot === undefined) return 0;
  const known = await importJobsRepository(db).findSource(options.source ?? mapping.source);
  return known?.datesMovedDays ?? Math.max(0, dayNumber(now, mapping.timeZone) - dayNumber(Date.parse(mapping.snapshot), 'UTC'));
}

function makingOf(mapping: Mapping | null, movedDays: number, { index, now, publicUrl }: ImportRun): Making {
  const places = mapping?.places;
  const abbreviations = new Map(Object.entries(places?.abbreviations ?? {}).map(([short, name]) => [fold(short), fold(name)] as const));
  const hints = { country: places?.country ?? null, region: places?.region ?? null, abbreviations };
  return {
    now,
    timeZone: mapping?.timeZone ?? board.timeZone,
    language: mapping?.language ?? firstLanguage(board),
    movedDays,
    resolvePlaces: placeResolver({ index, hints, fallback: places?.fallback ?? null }),
    countryOf: index.country,
    publicUrl,
  };
}

interface Read {
  rows: number;
  jobs: number;
  duplicates: number;
  refused: number;
  name: string | null;
  isComplete: boolean;
}

async function stage({ feed, staging, making, run }: { feed: Feed; staging: Staging; making: Making; run: ImportRun }): Promise<Read> {
  const read: Read = { rows: 0, jobs: 0, duplicates: 0, refused: 0, name: null, isComplete: false };
  run.progress.start('Reading', run.input.size);
  for await (const event of withPlacesLearned(feed.events, { index: run.index, making })) {
    takeEvent(event, { read, staging, making, report: run.report });
    if (read.rows % ROWS_A_REPORT === 0) run.progress.update(run.input.bytesRead(), read.rows);
  }
  run.progress.update(run.input.bytesRead(), read.rows);
  return read;
}

function takeEvent(
  event: FeedEvent,
  { read, staging, making, report }: { read: Read; staging: Staging; making: Making; report: ProblemReport },
): void {
  switch (event.kind) {
    case 'name':
      read.name ??= event.name;
      return;
    case 'end':
      read.isComplete = event.isComplete;
      return;
    case 'problem':
      read.refused += 1;
      report.add(event.problem);
      return;
    case 'job':
      read.rows += 1;
      takeJob(event.job, { read, staging, making, report });
  }
}

function takeJob(
  raw: RawJob,
  { read, staging, making, report }: { read: Read; staging: Staging; making: Making; report: ProblemReport },
): void {
  const made = makeJob(raw, making);
  if ('problem' in made) {
    read.refused += 1;
    report.add(made.problem);
    if (made.problem.key !== null) staging.putRefused(made.problem.key);
    return;
  }
  read.jobs += 1;
  if (!staging.put(made.job, raw.preference)) read.duplicates += 1;
}
