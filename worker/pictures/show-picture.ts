import type { PicturesRepository, PictureViewer, ShownPicture } from '#db/repositories/pictures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { isId } from '#worker/kernel/random.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';

export interface ShowPictureContext {
  readonly now: number;
  readonly files: Pick<FileStore, 'get'>;
  readonly pictures: Pick<PicturesRepository, 'findShown'>;
}

interface PictureAsked extends Omit<PictureViewer, 'now'> {
  readonly id: string;
}

/** The bytes of a picture; null for one that there is not, or that is not for whoever asks. */
export async function showPicture(
  { now, files, pictures }: ShowPictureContext,
  { id, ...viewer }: PictureAsked,
): Promise<(ShownPicture & { readonly bytes: Uint8Array<ArrayBuffer> }) | null> {
  const picture = isId(id) ? await pictures.findShown({ ...viewer, id, now }) : null;
  const bytes = picture === null ? null : await files.get(pictureKey(id));
  return picture === null || bytes === null ? null : { ...picture, bytes };
}
