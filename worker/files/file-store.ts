import type { FileBucket } from '#worker/env.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { byteSealFor } from '#worker/kernel/seal-bytes.ts';

/** Files are closed and opened as a whole, in memory: this much leaves room for it, for its sealed form and for other requests. */
export const LARGEST_FILE = 16 * 1024 * 1024;
/** The most that a bucket takes away in one call. */
const AT_ONCE = 1000;

/** What is kept as a file, by its key: words parted by slashes. Whoever has the bucket alone can open nothing. */
export interface FileStore {
  /** Takes the place of what was there. Throws `unavailable` for what is larger than `LARGEST_FILE`. */
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Null where there is none, or none that this board closed under this key. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Gone at once; keys that are not there are no mistake. */
  delete(keys: readonly string[]): Promise<void>;
  /** All keys that begin so, in their order. */
  list(prefix: string): Promise<readonly string[]>;
}

/** The bucket behind a seal whose key is derived from `secret`, for files alone. */
export function fileStore(bucket: FileBucket, secret: string): FileStore {
  const seal = byteSealFor(secret, 'files');
  return {
    async put(key, bytes) {
      if (bytes.length > LARGEST_FILE) throw new DomainError('unavailable', 'That file is too large to be kept here. Please write to us.');
      await bucket.put(key, await seal.close(bytes, key));
    },
    async get(key) {
      const stored = await bucket.get(key);
      return stored === null ? null : seal.open(new Uint8Array(await stored.arrayBuffer()), key);
    },
    async delete(keys) {
      for (let from = 0; from < keys.length; from += AT_ONCE) await bucket.delete(keys.slice(from, from + AT_ONCE));
    },
    list: (prefix) => listAll(bucket, prefix),
  };
}

async function listAll(bucket: FileBucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const part = await bucket.list(cursor === undefined ? { prefix } : { prefix, cursor });
    keys.push(...part.objects.map(({ key }) => key));
    cursor = part.truncated ? part.cursor : undefined;
    more = cursor !== undefined;
  }
  return keys;
}
