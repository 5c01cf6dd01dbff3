import type { Database } from '#db/client.ts';
import { copies } from '#db/repositories/retention-copies.ts';
import type { Config } from '#worker/config.ts';
import { fileStore } from '#worker/files/file-store.ts';

/** What keeps files. */
export function fileParts({ files, secret }: Config) {
  return { files: fileStore(files, secret) };
}

/** What the rules about files are about, by their ids. */
export function keptFiles(db: Database, { files }: ReturnType<typeof fileParts>) {
  return { 'data-exports': copies(db, files) };
}
