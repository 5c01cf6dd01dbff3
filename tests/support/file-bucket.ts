import type { FileBucket } from '#worker/env.ts';

export interface MemoryBucket extends FileBucket {
  /** What it holds, as it is stored. */
  readonly stored: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const PART = 1000;

/** A bucket in memory, for the Worker's code in this process. The built Worker has that of the local runtime. */
export function memoryBucket(): MemoryBucket {
  const stored = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    stored,
    put: async (key, value) => stored.set(key, value.slice()),
    get: async (key) => {
      const value = stored.get(key);
      return value === undefined ? null : { arrayBuffer: async () => value.slice().buffer };
    },
    delete: async (keys) => {
      for (const key of keys) stored.delete(key);
    },
    list: async ({ prefix, cursor = '' }) => {
      const keys = [...stored.keys()].filter((key) => key.startsWith(prefix) && key > cursor).toSorted();
      const objects = keys.slice(0, PART).map((key) => ({ key }));
      const last = objects.at(-1)?.key;
      return keys.length > PART && last !== undefined ? { objects, truncated: true, cursor: last } : { objects, truncated: false };
    },
  };
}
