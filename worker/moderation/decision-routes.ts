import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE, LINK_HOLDERS } from '#worker/http/who.ts';
import { appealInput } from '#worker/moderation/model/appeal-input.ts';
import { decisionsView, decisionView } from '#worker/moderation/model/decision-view.ts';
import { transparencyView } from '#worker/moderation/model/transparency-view.ts';
import { objectToDecision } from '#worker/moderation/object-to-decision.ts';
import { seeDecision, seeDecisions } from '#worker/moderation/see-decisions.ts';
import { seeTransparency } from '#worker/moderation/see-transparency.ts';

const LARGEST = 32_768;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 404: NOT_FOUND, 429: TOO_MANY };
const params = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the list and the mail say it.' } }) });

const list = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/decisions',
  summary: 'Decisions about one’s own ads and employers',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The newest first.', decisionsView), ...refusals },
});

const one = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/decisions/{id}',
  summary: 'One decision with its reasons',
  description: 'For whom it restricts, signed in or by the link of the mail. It never says who reported.',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The statement of reasons.', decisionView), ...refusals },
});

const object = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/decisions/{id}/object',
  summary: 'Object to a decision',
  description: 'Within six months; somebody else than decided first decides anew.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { ...jsonBody(appealInput), params },
  responses: { 200: jsonAnswer('The decision, with the objection.', decisionView), 403: FORBIDDEN, 409: CONFLICT, ...refusals },
});

const transparency = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/transparency',
  summary: 'What was reported and decided, in totals',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The last twelve months.', transparencyView), 400: INVALID, 429: TOO_MANY },
});

/** Decisions, for those whom they restrict, and their totals for everybody: validate, call, present. */
export const decisionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await seeDecisions(c.var.container, { actor: c.var.actor, link: c.var.link }), 200, PRIVATE))
  .openapi(one, async (c) => {
    const { actor, link, container } = c.var;
    return c.json(await seeDecision(container, { actor, link, id: c.req.valid('param').id }), 200, PRIVATE);
  })
  .openapi(object, async (c) => {
    const { actor, link, container } = c.var;
    const reader = { actor, link, id: c.req.valid('param').id };
    await objectToDecision(container, { ...reader, ...c.req.valid('json') });
    return c.json(await seeDecision(container, reader), 200, PRIVATE);
  })
  .openapi(transparency, async (c) => c.json(await seeTransparency(c.var.container), 200));
