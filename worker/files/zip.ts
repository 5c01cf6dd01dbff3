import { strToU8, zipSync } from 'fflate';

/** Texts and files as one ZIP, by their names. `at` is the time that each says it was written. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, at: number): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: at }));
}
