import type { PicturesRepository } from '#db/repositories/pictures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { PICTURES, pictureKey } from '#worker/pictures/model/picture-path.ts';
import { before, hours } from '#worker/promises/model/duration.ts';

export interface ClearPicturesContext {
  readonly now: number;
  readonly files: Pick<FileStore, 'list' | 'delete'>;
  readonly pictures: Pick<PicturesRepository, 'loose' | 'forget' | 'known'>;
}

/** How long a picture that nothing shows stays: somebody may be about to use it. */
const LOOSE_FOR = hours(1);

/**
 * Takes away the files of pictures that nothing shows any more, then their rows; and every file of the store that has no row, as those of posts
 * that are gone. The store itself is listed: what it holds is what counts.
 */
export async function clearPictures(
  { now, files, pictures }: ClearPicturesContext,
  limit: number,
): Promise<{ readonly cleared: number; readonly done: boolean }> {
  const loose = (await pictures.loose(before(now, LOOSE_FOR), limit)).map(({ id }) => id);
  await files.delete(loose.map(pictureKey));
  await pictures.forget(loose);
  const kept = (await files.list(PICTURES)).map((key) => key.slice(PICTURES.length));
  const known = await pictures.known(kept);
  const orphans = kept.filter((id) => !known.has(id)).slice(0, limit);
  await files.delete(orphans.map(pictureKey));
  return { cleared: loose.length + orphans.length, done: loose.length < limit && orphans.length < limit };
}
