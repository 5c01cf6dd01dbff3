import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policiesDir, readBoard } from '#worker/local/board-file.ts';
import { type BuildOrigin, fingerprint } from '#worker/local/fingerprint.ts';
import { findProofs } from '#worker/local/proofs-when-there.ts';
import { dayIn } from '#worker/local/today.ts';

/** What a bundle is told when it is made (`worker/build-constants.d.ts`), as Vite's `define` takes it. */
export async function buildConstants(origin: BuildOrigin): Promise<Readonly<Record<string, string>>> {
  const { timeZone } = await readBoard(origin.boardFile);
  return {
    __DEMONSTRATION__: JSON.stringify(origin.publicUrl === null),
    __BUILD__: JSON.stringify((await fingerprint(origin)).slice(0, 16)),
    __BUILT_ON__: JSON.stringify(dayIn(timeZone, Date.now())),
    __PROOFS__: JSON.stringify(await findProofs()),
    __POLICY_ARCHIVE__: JSON.stringify(await policyArchive(origin.boardFile)),
  };
}

/** Every text of the board that was ever published, as it stood. */
async function policyArchive(boardFile: string | null): Promise<readonly unknown[]> {
  const folder = policiesDir(boardFile);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}
