import type { PicturesRepository } from '#db/repositories/pictures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { isId } from '#worker/kernel/random.ts';
import type { PictureType } from '#worker/pictures/model/picture-limits.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';

export interface ShowPictureContext {
  readonly files: Pick<FileStore, 'get'>;
  readonly pictures: Pick<PicturesRepository, 'findShown'>;
}

/** The bytes of a picture; null for one that there is not, or that nobody is to see. */
export async function showPicture(
  { files, pictures }: ShowPictureContext,
  id: string,
): Promise<{ readonly type: PictureType; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const picture = isId(id) ? await pictures.findShown(id) : null;
  const bytes = picture === null ? null : await files.get(pictureKey(id));
  return picture === null || bytes === null ? null : { type: picture.type, bytes };
}
