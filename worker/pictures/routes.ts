import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '#worker/http/app-env.ts';
import { errorAnswer } from '#worker/http/error-answer.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { who } from '#worker/http/who.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { keepLogo } from '#worker/pictures/keep-logo.ts';
import { LARGEST_PICTURE } from '#worker/pictures/model/picture-limits.ts';
import { showPicture } from '#worker/pictures/show-picture.ts';

/** Room for the form around the picture. */
const LARGEST = LARGEST_PICTURE + 64 * 1024;
/** A day: what is taken away is gone from every cache within it. */
const KEPT = 'public, max-age=86400, immutable';
const TOO_LARGE = 'This file is larger than 5 MB. Save the picture smaller, then try again.';

const small = bodyLimit({
  maxSize: LARGEST,
  onError: () => errorAnswer({ code: 'too_large', message: TOO_LARGE, fields: [{ field: 'picture', message: TOO_LARGE }] }),
});

const give = createRoute({
  ...who('employer'),
  method: 'post',
  path: '/api/hire/employers/{id}/pictures',
  summary: 'Give a picture that can become the logo',
  description: 'A form (multipart/form-data) with the file `picture`: PNG, JPEG or WebP. It is made anew of what shows something.',
  middleware: [onlyParameters(), small] as const,
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: {
    201: jsonAnswer('Taken. Nothing shows it yet.', z.object({ picture: z.string() })),
    400: INVALID,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    404: NOT_FOUND,
    429: TOO_MANY,
  },
});

/** Pictures: validate, call, present. */
export const pictureRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(give, async (c) => {
  const given = await pictureIn(c);
  return c.json(await keepLogo(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), bytes: given }), 201, PRIVATE);
});

pictureRoutes.get('/pictures/:id', async (c) => {
  const shown = await showPicture(c.var.container, c.req.param('id'));
  if (shown === null) throw new DomainError('not_found', 'There is no picture here, or not any more.');
  return c.body(shown.bytes, 200, {
    'Content-Type': shown.type,
    'Cache-Control': KEPT,
    'Content-Disposition': 'inline; filename="picture"',
  });
});

/** The file of the form; empty where none was chosen. */
async function pictureIn(c: Context<AppEnv>): Promise<Uint8Array> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw invalidField('picture', 'Send a form with the file in the field “picture”.');
  }
  try {
    const { picture } = await c.req.parseBody();
    return picture instanceof File ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array();
  } catch (error) {
    if (error instanceof TypeError) throw invalidField('picture', 'This form could not be read. Choose the picture again.');
    throw error;
  }
}
