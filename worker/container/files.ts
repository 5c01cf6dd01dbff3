import type { Database } from '#db/client.ts';
import type { RetentionRepository } from '#db/repositories/retention.ts';
import { copies } from '#db/repositories/retention-copies.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import type { Config } from '#worker/config.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { keptLedger } from '#worker/privacy/kept-ledger.ts';

/** What keeps files. */
export function fileParts({ files, secret }: Config) {
  return { files: fileStore(files, secret) };
}

/** What the rules about files are about, by their ids. */
export function keptFiles(db: Database, { files }: ReturnType<typeof fileParts>): RetentionRepository {
  return { 'data-exports': copies(db, files), 'erasure-ledger': keptLedger({ files, retentionRuns: retentionRunsRepository(db) }) };
}
