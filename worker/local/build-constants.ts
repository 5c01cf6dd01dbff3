import { readBoard } from '#worker/local/board-file.ts';
import { type BuildOrigin, fingerprint } from '#worker/local/fingerprint.ts';
import { findProofs } from '#worker/local/proofs.ts';
import { dayIn } from '#worker/local/today.ts';

/** What a bundle is told when it is made (`worker/build-constants.d.ts`), as Vite's `define` takes it. */
export async function buildConstants(origin: BuildOrigin): Promise<Readonly<Record<string, string>>> {
  const { timeZone } = await readBoard(origin.boardFile);
  return {
    __DEMONSTRATION__: JSON.stringify(origin.publicUrl === null),
    __BUILD__: JSON.stringify((await fingerprint(origin)).slice(0, 16)),
    __BUILT_ON__: JSON.stringify(dayIn(timeZone, Date.now())),
    __PROOFS__: JSON.stringify(await findProofs()),
  };
}
