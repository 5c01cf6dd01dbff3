import type { Database } from '#db/client.ts';
import type { RetentionRepository } from '#db/repositories/retention.ts';
import { copies } from '#db/repositories/retention-copies.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import type { Config } from '#worker/config.ts';
import { fileStore } from '#worker/files/file-store.ts';
import { noteAdDeleted } from '#worker/privacy/erasure-ledger.ts';
import { keptLedger } from '#worker/privacy/kept-ledger.ts';

/** What keeps files. */
export function fileParts({ files, secret }: Config) {
  const store = fileStore(files, secret);
  return { files: store, noteAdDeleted: (deleted: Parameters<typeof noteAdDeleted>[1]) => noteAdDeleted({ files: store }, deleted) };
}

/** What the rules about files are about, by their ids. */
export function keptFiles(db: Database, { files }: ReturnType<typeof fileParts>): RetentionRepository {
  return { 'data-exports': copies(db, files), 'erasure-ledger': keptLedger({ files, retentionRuns: retentionRunsRepository(db) }) };
}
