export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const LARGEST_PICTURE = 5 * 1024 * 1024;
/** Whoever decodes a picture needs four bytes for each: this is looked at in its head, before anybody does. */
export const MOST_PIXELS = 12_000_000;
export const LONGEST_SIDE = 10_000;

export type PictureRefusal = 'too-large' | 'no-picture' | 'broken' | 'too-many-pixels' | 'moving';

/** A picture as it was read: made anew from what shows something. */
export interface CleanPicture {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type PictureRead = ({ readonly is: 'picture' } & CleanPicture) | { readonly is: PictureRefusal };

/** Whether a head promises more than anybody should decode. */
export function isTooBig({ width, height }: Pick<CleanPicture, 'width' | 'height'>): boolean {
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
}

/** One array of several. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
