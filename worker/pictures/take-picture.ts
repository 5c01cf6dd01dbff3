import { type DomainError, invalidField } from '#worker/kernel/errors.ts';
import type { CleanPicture, PictureRefusal } from '#worker/pictures/model/picture-limits.ts';
import { readPicture } from '#worker/pictures/model/read-picture.ts';

const WORDS: Readonly<Record<PictureRefusal, string>> = {
  'too-large': 'This file is larger than 5 MB. Save the picture smaller, then try again.',
  'no-picture': 'This is no PNG, JPEG or WebP. Save the picture as one of them, then try again.',
  broken: 'This picture is damaged or not whole. Save it anew, then try again.',
  'too-many-pixels': 'This picture has more than 12 million pixels. Save it smaller, then try again.',
  moving: 'This picture moves. Choose one that stands still.',
};

/** A picture made anew from what somebody gives. Throws for what is none. */
export function takePicture(bytes: Uint8Array): CleanPicture {
  if (bytes.length === 0) throw refused('Choose a picture first.');
  const read = readPicture(bytes);
  if (read.is === 'picture') {
    const { type, width, height, bytes: clean } = read;
    return { type, width, height, bytes: clean };
  }
  throw refused(WORDS[read.is]);
}

function refused(message: string): DomainError {
  return invalidField('picture', message);
}
