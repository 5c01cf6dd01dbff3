import { invalidField } from '#worker/kernel/errors.ts';
import type { CleanPicture } from '#worker/pictures/model/picture-limits.ts';
import { readPicture } from '#worker/pictures/model/read-picture.ts';

/** A picture made anew from what somebody gives. Throws for what is none. */
export function takePicture(bytes: Uint8Array): CleanPicture {
  if (bytes.length === 0) throw invalidField('picture', 'pictures.choose');
  const read = readPicture(bytes);
  if (read.is === 'picture') {
    const { type, width, height, bytes: clean } = read;
    return { type, width, height, bytes: clean };
  }
  throw invalidField('picture', `pictures.${read.is}`);
}
