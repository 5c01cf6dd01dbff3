import type { Database } from '#db/client.ts';
import { activityLinesRepository } from '#db/repositories/activity-lines.ts';
import { dataExportsRepository } from '#db/repositories/data-exports.ts';
import { ownRowsRepository } from '#db/repositories/own-rows.ts';
import { zipOf } from '#worker/files/zip.ts';

/** What shows people their own data. */
export function copyParts(db: Database) {
  return { activityLines: activityLinesRepository(db), dataExports: dataExportsRepository(db), ownRows: ownRowsRepository(db), zip: zipOf };
}
