import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { draftKeyIn } from '#worker/http/author-in.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { pictureIn, smallPicture } from '#worker/http/picture-form.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { who } from '#worker/http/who.ts';
import { isMember, type LinkKind, STAFF } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { keepLogo } from '#worker/pictures/keep-logo.ts';
import { showPicture } from '#worker/pictures/show-picture.ts';

/** A day: what is taken away is gone from every cache within it. */
const KEPT = 'public, max-age=86400, immutable';

const give = createRoute({
  ...who('employer'),
  method: 'post',
  path: '/api/hire/employers/{id}/pictures',
  summary: 'Give a picture that can become the logo',
  description: 'A form (multipart/form-data) with the file `picture`: PNG, JPEG or WebP. It is made anew of what shows something.',
  middleware: [onlyParameters(), smallPicture] as const,
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
  const { actor, link, container } = c.var;
  const shown = await showPicture(container, {
    id: c.req.param('id'),
    isStaff: isMember(actor) && STAFF.includes(actor.is),
    accountId: isMember(actor) ? actor.accountId : null,
    draftKey: await draftKeyIn(c),
    linkedPost: link !== null && OF_POST.includes(link.kind) ? link.subjectId : null,
  });
  if (shown === null) throw new DomainError('not_found', 'pictures.none');
  return c.body(shown.bytes, 200, {
    'Content-Type': shown.type,
    'Cache-Control': shown.isPublic ? KEPT : 'no-store',
    'Content-Disposition': 'inline; filename="picture"',
  });
});

/** Links from mails that open a post with its picture. */
const OF_POST: readonly LinkKind[] = ['confirm-post', 'manage-post'];
