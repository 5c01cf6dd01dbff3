import { existsSync } from 'node:fs';
import { type ErasingPlace, withErasing } from '#worker/local/erasing.ts';
import { filesDirIn } from '#worker/local/local-files.ts';
import { replayErasures } from '#worker/privacy/replay-erasures.ts';

/** Before a board serves: whom an older database has brought back is deleted again, from the list that lies outside of it. */
export async function replayBeforeServing(place: ErasingPlace, say: (line: string) => void): Promise<void> {
  if (!existsSync(filesDirIn(place.dataDir))) return;
  const { finished, again } = await withErasing(place, (context) => replayErasures(context));
  if (finished > 0) say(`Deletions that had broken off were finished: ${finished}.`);
  if (again > 0) say(`The database is older than some deletions: deleted again ${again}.`);
}
