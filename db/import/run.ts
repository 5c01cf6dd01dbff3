import { basename } from 'node:path';
import { readArguments, USAGE } from '#db/import/arguments.ts';
import { describeFailure } from '#db/import/describe-failure.ts';
import { searchDrain } from '#db/import/drain-search.ts';
import { endReports } from '#db/import/end-reports.ts';
import { importFeed } from '#db/import/import-feed.ts';
import { noteUnfinished } from '#db/import/note-failure.ts';
import { noteRun } from '#db/import/note-run.ts';
import { openImportDatabase } from '#db/import/open-database.ts';
import { placeIndex } from '#db/import/places/place-index.ts';
import { showProgress } from '#db/import/progress.ts';
import { ImportError } from '#db/import/raw-job.ts';
import { openInput } from '#db/import/read/open-input.ts';
import { openReport, reportsFolder } from '#db/import/report.ts';
import { describeSummary, exitCodeOf } from '#db/import/summary.ts';
import { placesRepository } from '#db/repositories/places.ts';

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof ImportError ? error.message : describeFailure(error));
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const now = Date.now();
  const { dataDir, database: address, publicUrl, meilisearch } = surroundings();
  const input = await openInput(options.file);
  const database = await openImportDatabase({ dataDir, database: address, publicUrl, now });
  await endReports(database.db, { dataDir, now });
  const name = options.source ?? basename(options.file);
  const report = openReport({ folder: reportsFolder(dataDir), name, now });
  const progress = showProgress(process.stderr);
  const drain = searchDrain({ db: database.db, meilisearch, progress });
  const unfinished = await noteUnfinished(database.db, { name, now });
  try {
    const begun = performance.now();
    const index = placeIndex(placesRepository(database.db).named);
    const summary = await importFeed({
      db: database.db,
      input,
      options,
      index,
      now,
      publicUrl,
      report,
      progress,
      written: drain.written,
    });
    await noteRun(database.db, { summary, report, now });
    await unfinished.ended();
    const troubles = await drain.finish();
    const seconds = (performance.now() - begun) / 1000;
    console.log(
      `${describeSummary(summary)}\n${summary.rows} ${summary.rows === 1 ? 'row' : 'rows'} in ${seconds.toFixed(1)} s, ${Math.round(summary.rows / seconds)} a second, search included.`,
    );
    for (const trouble of troubles) console.log(trouble);
    return exitCodeOf(summary);
  } catch (error) {
    await unfinished.failed(error);
    throw error;
  } finally {
    await drain.settle();
    const path = await report.close();
    if (path !== null) console.log(`What was wrong is listed in ${path}: ${report.count()} in all.`);
    await database.close();
  }
}

/** Where this board keeps its ads, and what answers its searches. */
function surroundings() {
  const { DATA_DIR, DATABASE_URL: url, DATABASE_TOKEN: token = '', PUBLIC_URL, MEILI_URL, MEILI_SYNC_KEY: syncKey } = process.env;
  return {
    dataDir: DATA_DIR || '.data',
    database: url ? { url, token } : null,
    publicUrl: PUBLIC_URL || null,
    meilisearch: MEILI_URL && syncKey ? { url: MEILI_URL, syncKey } : null,
  };
}
