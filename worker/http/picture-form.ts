import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '#worker/http/app-env.ts';
import { errorAnswer } from '#worker/http/error-answer.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { LARGEST_PICTURE } from '#worker/pictures/model/picture-limits.ts';

/** Room for the form around the picture. */
const LARGEST = LARGEST_PICTURE + 64 * 1024;
const TOO_LARGE = 'pictures.too-large';

/** Lets only a form through that may hold a picture. */
export const smallPicture = bodyLimit({
  maxSize: LARGEST,
  onError: () => errorAnswer({ code: 'too_large', message: TOO_LARGE, fields: [{ field: 'picture', message: TOO_LARGE }] }),
});

/** The file of the form; empty where none was chosen. */
export async function pictureIn(c: Context<AppEnv>): Promise<Uint8Array> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw invalidField('picture', 'pictures.no-form');
  }
  try {
    const { picture } = await c.req.parseBody();
    return picture instanceof File ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array();
  } catch (error) {
    if (error instanceof TypeError) throw invalidField('picture', 'pictures.form-broken');
    throw error;
  }
}
