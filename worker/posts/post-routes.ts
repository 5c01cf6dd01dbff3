import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorBeginning } from '#worker/http/author-beginning.ts';
import { authorIn, postAsked, postToChange } from '#worker/http/author-in.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE } from '#worker/http/who.ts';
import { JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { checkView, previewView, sentView } from '#worker/posts/model/check-view.ts';
import { draftInput } from '#worker/posts/model/post-fields.ts';
import { postLogView, postOutline, postView } from '#worker/posts/model/post-view.ts';
import { checkPost, previewPost, seeSent } from '#worker/posts/preview-post.ts';
import { listPosts, seePost, seePostLog } from '#worker/posts/see-post.ts';
import { beginPost, saveDraft } from '#worker/posts/write-post.ts';

const LARGEST = 131_072;
const params = z.object({ id: z.string().max(40) });
const refusals = { 400: INVALID, 403: FORBIDDEN, 404: NOT_FOUND, 429: TOO_MANY };

const list = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts',
  summary: 'One’s own posts',
  description: 'Of the account with its employers, of the link that was opened, or the draft that this browser has begun signed out.',
  middleware: [onlyParameters()] as const,
  responses: {
    200: jsonAnswer('The last changed first, 500 at most.', z.object({ posts: z.array(postOutline).readonly() })),
    400: INVALID,
    429: TOO_MANY,
  },
});

const begin = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/posts',
  summary: 'Begin a post',
  description: 'Signed out, a cookie ties the draft to this browser until its address is confirmed.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(
    z.strictObject({
      kind: z.enum(JOB_KINDS),
      employer: z
        .string()
        .max(40)
        .nullable()
        .default(null)
        .meta({ description: 'Id of an employer that one works for; null for an advert of one’s own' }),
      fields: draftInput.default({}),
    }),
  ),
  responses: { 201: jsonAnswer('Begun.', z.object({ id: z.string() })), 400: INVALID, 403: FORBIDDEN, 429: TOO_MANY },
});

const see = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts/{id}',
  summary: 'A post, as its author sees it',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The post, and what can be done with it.', postView), ...refusals },
});

const save = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/posts/{id}',
  summary: 'Keep what is being written',
  description: 'Complete or not. What is public stays as it is until the post is handed in and approved.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject({ fields: draftInput, version: z.int().min(0) })) },
  responses: { 200: jsonAnswer('Kept.', z.object({ version: z.int() })), ...refusals, 409: CONFLICT },
});

const check = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/posts/{id}/check',
  summary: 'What is missing in a draft, and what there is to say of it',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject({})) },
  responses: { 200: jsonAnswer('Nothing is written.', checkView), ...refusals },
});

const preview = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts/{id}/preview',
  summary: 'The ad as the public would be shown it',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The ad, and what was taken out of its texts.', previewView), ...refusals },
});

const sent = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts/{id}/sent',
  summary: 'What waits for a moderator, as the public would be shown it',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('As it was sent, whatever was written since.', sentView), ...refusals },
});

const log = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts/{id}/log',
  summary: 'Every change of a post: who, when, from, to, why',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The newest first.', postLogView), ...refusals },
});

/** Writing posts: validate, call, present. */
export const postRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json({ posts: await listPosts(c.var.container, await authorIn(c)) }, 200, PRIVATE))
  .openapi(begin, async (c) => {
    requireUnfrozen(c.var.actor);
    const { kind, employer: employerId, fields } = c.req.valid('json');
    const id = await beginPost(c.var.container, { author: await authorBeginning(c), kind, employerId, fields });
    return c.json({ id }, 201, PRIVATE);
  })
  .openapi(see, async (c) => c.json(await seePost(c.var.container, await postAsked(c, c.req.valid('param').id)), 200, PRIVATE))
  .openapi(save, async (c) => {
    const asked = await postToChange(c, c.req.valid('param').id);
    return c.json({ version: await saveDraft(c.var.container, { ...asked, ...c.req.valid('json') }) }, 200, PRIVATE);
  })
  .openapi(check, async (c) => c.json(await checkPost(c.var.container, await postAsked(c, c.req.valid('param').id)), 200, PRIVATE))
  .openapi(preview, async (c) => c.json(await previewPost(c.var.container, await postAsked(c, c.req.valid('param').id)), 200, PRIVATE))
  .openapi(sent, async (c) => c.json(await seeSent(c.var.container, await postAsked(c, c.req.valid('param').id)), 200, PRIVATE))
  .openapi(log, async (c) => c.json(await seePostLog(c.var.container, await postAsked(c, c.req.valid('param').id)), 200, PRIVATE));
