import { testBuildDir } from '#tests/support/build-dir.ts';
import { ensureBuilt } from '#worker/local/build.ts';

/** Before the first test that runs the built Worker: a demonstration build of these sources. */
export default async function buildOnce(): Promise<void> {
  await ensureBuilt({
    buildDir: testBuildDir,
    publicUrl: null,
    boardFile: null,
    onStart: () => console.log('Building the Worker for the tests …'),
  });
}
