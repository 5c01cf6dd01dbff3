import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { MEMBERS } from '#worker/http/who.ts';
import { askCopy } from '#worker/privacy/ask-copy.ts';
import { downloadCopy } from '#worker/privacy/download-copy.ts';
import { listActivity } from '#worker/privacy/list-activity.ts';
import { listCopies } from '#worker/privacy/list-copies.ts';
import { activityList } from '#worker/privacy/model/activity-view.ts';
import { copyList, copyMade } from '#worker/privacy/model/copy-view.ts';

const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

/** The end of a page of activity: time and number of its last line. */
const place = z
  .string()
  .regex(/^\d{1,15}-[a-z2-7]{20}$/, 'Give `next` of the page before, as it was.')
  .transform((text) => {
    const [at = '', id = ''] = text.split('-');
    return { at: Number(at), id };
  });

const activity = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/activity',
  summary: 'What happened to one’s account',
  description: 'The newest first, fifty at a time. No network address is kept.',
  middleware: [onlyParameters('after')] as const,
  request: {
    query: z.object({ after: place.optional().openapi({ param: { description: '`next` of the page before.' }, type: 'string' }) }),
  },
  responses: { 200: jsonAnswer('Lines with their time and what happened.', activityList), ...refusals },
});

const list = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/copies',
  summary: 'Copies of one’s data that are ready',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The newest first.', copyList), ...refusals },
});

const make = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/copy',
  summary: 'Make a copy of everything that is kept about one’s account',
  description: 'Needs a proof of the last minutes. Asked again within an hour, it gives the same copy.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The copy; its file is downloaded by its own address.', copyMade), ...refusals },
});

const download = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/copy/{id}/download',
  summary: 'Download a copy of one’s own data',
  description: 'Needs a proof of the last minutes. Another account’s copy, one that has run out, and none are all answered alike.',
  middleware: [onlyParameters()] as const,
  request: {
    params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the list says it.' } }) }),
  },
  responses: {
    200: { description: 'A ZIP.', content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } } },
    ...refusals,
    404: NOT_FOUND,
  },
});

/** Seeing what is kept about oneself: validate, call, present. */
export const copyRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(activity, async (c) => {
    const { container, account } = c.var;
    const asked = { actor: memberIn(c), language: account?.language ?? container.language, after: c.req.valid('query').after ?? null };
    return c.json(await listActivity(container, asked), 200, PRIVATE);
  })
  .openapi(list, async (c) => c.json(await listCopies(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(make, async (c) => c.json(await askCopy(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(download, async (c) => {
    const asked = { actor: memberIn(c), id: c.req.valid('param').id };
    const { bytes, fileName } = await downloadCopy(c.var.container, asked);
    const asFile = { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${fileName}"` };
    return c.body(bytes, 200, { ...PRIVATE, ...asFile });
  });
