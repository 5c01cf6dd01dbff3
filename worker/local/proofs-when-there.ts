import { existsSync } from 'node:fs';

/** The tests that prove clauses; none before there is anything that finds them. */
export async function findProofs(): Promise<readonly { clause: string; file: string; sentence: string }[]> {
  const finder = new URL('proofs.ts', import.meta.url);
  if (!existsSync(finder)) return [];
  const { findProofs: find } = await import(/* @vite-ignore */ finder.href);
  return find();
}
