import { strToU8, zipSync } from 'fflate';

/** Texts as one ZIP, by their names. `at` is the time that each file says it was written. */
export function zipOf(files: Readonly<Record<string, string>>, at: number): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: at }));
}
