import { LARGEST_PICTURE, type PictureRead } from '#worker/pictures/model/picture-limits.ts';
import { readJpeg } from '#worker/pictures/model/read-jpeg.ts';
import { readPng } from '#worker/pictures/model/read-png.ts';
import { readWebp } from '#worker/pictures/model/read-webp.ts';

/**
 * Reads what somebody gives as a picture, by its first bytes and not by its name, and makes it anew of those of its parts alone that show
 * something: place, time, device, names, thumbnails, colour profiles and whatever hangs behind its end are not taken over. Nothing is decoded.
 */
export function readPicture(bytes: Uint8Array): PictureRead {
  if (bytes.length > LARGEST_PICTURE) return { is: 'too-large' };
  try {
    return readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes) ?? { is: 'no-picture' };
  } catch (error) {
    // Whoever reads beyond the end of a file has not read a whole picture.
    if (error instanceof RangeError) return { is: 'broken' };
    throw error;
  }
}
