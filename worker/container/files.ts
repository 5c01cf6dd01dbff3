import type { Config } from '#worker/config.ts';
import { fileStore } from '#worker/files/file-store.ts';

/** What keeps files. */
export function fileParts({ files, secret }: Config) {
  return { files: fileStore(files, secret) };
}
