import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { MEMBERS } from '#worker/http/who.ts';
import { objectionInput, objectionsView } from '#worker/privacy/model/objection-view.ts';
import { restrictionInput, restrictionView } from '#worker/privacy/model/restriction-view.ts';
import { objectToUse } from '#worker/privacy/object-to-use.ts';
import { restrictAccount, seeRestriction } from '#worker/privacy/restrict-account.ts';
import { seeObjections } from '#worker/privacy/see-objections.ts';
import { withdrawObjection } from '#worker/privacy/withdraw-objection.ts';

const LARGEST = 32_768;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const restriction = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/restriction',
  summary: 'Whether one’s account is frozen',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Since when.', restrictionView), ...refusals },
});

const restrict = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/restriction',
  summary: 'Freeze one’s account, or end that',
  description: 'While it is frozen, its data are kept and nothing else is done with them. A mail tells. Repeated, it does nothing more.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(restrictionInput),
  responses: { 200: jsonAnswer('How it is now.', restrictionView), ...refusals },
});

const objections = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/objections',
  summary: 'What one can object to, and what one has',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Uses with their balancing test, and one’s own objections.', objectionsView), ...refusals },
});

const object = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/objections',
  summary: 'Object to a use of one’s data',
  description: '`direct-marketing` needs no reason and is obeyed at once. The other uses go to the data protection contact.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(objectionInput),
  responses: { 200: jsonAnswer('Those that one has made.', objectionsView), 409: CONFLICT, ...refusals },
});

const withdraw = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/objections/{id}/withdraw',
  summary: 'Take an objection of one’s own back',
  middleware: [onlyParameters()] as const,
  request: {
    params: z.object({
      id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the list says it, or `direct-marketing`.' } }),
    }),
  },
  responses: { 200: jsonAnswer('Those that one has made.', objectionsView), ...refusals, 404: NOT_FOUND },
});

/** Restriction and objection: validate, call, present. */
export const rightsRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(restriction, async (c) => c.json(await seeRestriction(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(restrict, async (c) => {
    const { restricted } = c.req.valid('json');
    return c.json(await restrictAccount(c.var.container, { actor: memberIn(c), restricted }), 200, PRIVATE);
  })
  .openapi(objections, async (c) => c.json(await seeObjections(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(object, async (c) => {
    const actor = memberIn(c);
    await objectToUse(c.var.container, { actor, input: c.req.valid('json') });
    return c.json(await seeObjections(c.var.container, actor), 200, PRIVATE);
  })
  .openapi(withdraw, async (c) => {
    const actor = memberIn(c);
    await withdrawObjection(c.var.container, { actor, id: c.req.valid('param').id });
    return c.json(await seeObjections(c.var.container, actor), 200, PRIVATE);
  });
