import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { doneView } from '#worker/accounts/model/door-view.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorIn, draftKeyIn } from '#worker/http/author-in.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE, MEMBERS } from '#worker/http/who.ts';
import { claimPost } from '#worker/posts/claim-post.ts';
import { countsView } from '#worker/posts/model/counts-view.ts';
import { claimBody } from '#worker/posts/model/guest-input.ts';
import { draftHere } from '#worker/posts/model/guest-view.ts';
import { seeAllCounts, seeCounts } from '#worker/posts/see-counts.ts';
import { seeDraftHere } from '#worker/posts/see-draft-here.ts';

const LARGEST = 1024;
const params = z.object({ id: z.string().max(40) });
const refusals = { 400: INVALID, 429: TOO_MANY };

const here = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/hire/draft',
  summary: 'What this browser holds that was written without an account, and could be taken into one’s own',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('A draft, a post by its link, or neither.', draftHere), ...refusals, 401: UNAUTHENTICATED, 403: FORBIDDEN },
});

const claim = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/hire/posts/{id}/claim',
  summary: 'Take a post that was written without an account into one’s own',
  description: 'By the draft or the secret link that is open in this browser. Its links open nothing any more.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(claimBody) },
  responses: {
    200: jsonAnswer('It is in the account.', doneView),
    ...refusals,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    404: NOT_FOUND,
    409: CONFLICT,
  },
});

const counts = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/hire/posts/{id}/counts',
  summary: 'How often the ad of a post was opened, its contact shown, and the like, day by day',
  description: 'Counted at the server without identity. Small numbers are not told.',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The last days of it.', countsView), ...refusals, 404: NOT_FOUND },
});

const allCounts = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/hire/counts',
  summary: 'The same of all one’s own ads together',
  description: 'What a single ad does not tell is in no sum either.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The last days of them.', countsView), ...refusals, 401: UNAUTHENTICATED, 403: FORBIDDEN },
});

/** Taking posts into an account, and what is counted of them: validate, call, present. */
export const claimRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(here, async (c) => {
    const held = { draftKey: await draftKeyIn(c), link: c.var.link };
    return c.json(await seeDraftHere(c.var.container, held), 200, PRIVATE);
  })
  .openapi(claim, async (c) => {
    const claiming = { member: memberIn(c), postId: c.req.valid('param').id, link: c.var.link, draftKey: await draftKeyIn(c) };
    giveCookies(c, await claimPost(c.var.container, { ...claiming, ...c.req.valid('json') }));
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  })
  .openapi(counts, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await seeCounts(c.var.container, { id, author: await authorIn(c, id) }), 200, PRIVATE);
  })
  .openapi(allCounts, async (c) =>
    c.json(await seeAllCounts(c.var.container, { is: 'member', accountId: memberIn(c).accountId }), 200, PRIVATE),
  );
