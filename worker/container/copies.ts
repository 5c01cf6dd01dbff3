import type { Database } from '#db/client.ts';
import { activityLinesRepository } from '#db/repositories/activity-lines.ts';
import { dataExportsRepository } from '#db/repositories/data-exports.ts';
import { ownRowsRepository } from '#db/repositories/own-rows.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { zipOf } from '#worker/files/zip.ts';
import { type CopyPacked, packCopy } from '#worker/privacy/pack-copy.ts';

interface CopiesWiring extends Wiring {
  readonly files: FileStore;
}

/** What shows people their own data. */
export function copyParts(db: Database, { config: { publicUrl }, clock, files }: CopiesWiring) {
  const packing = { now: clock(), board, publicUrl, files, zip: zipOf };
  return {
    activityLines: activityLinesRepository(db),
    dataExports: dataExportsRepository(db),
    ownRows: ownRowsRepository(db),
    packCopy: (packed: CopyPacked) => packCopy(packing, packed),
  };
}
