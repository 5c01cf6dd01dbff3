import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { changeEmployer } from '#worker/employers/change-employer.ts';
import { createEmployer } from '#worker/employers/create-employer.ts';
import { employerProfile, logoInput, newEmployer } from '#worker/employers/model/employer-input.ts';
import { employerView, ownEmployers } from '#worker/employers/model/employer-view.ts';
import { listEmployers, seeEmployer } from '#worker/employers/see-employer.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';

const LARGEST = 32_768;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const params = z.object({ id: z.string().max(64) });

const list = createRoute({
  ...who('employer'),
  method: 'get',
  path: '/api/hire/employers',
  summary: 'The employers that one works for',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('By name.', ownEmployers), ...refusals },
});

const create = createRoute({
  ...who('employer'),
  method: 'post',
  path: '/api/hire/employers',
  summary: 'Make an employer',
  description: 'Whoever makes it owns it. Nobody sees it before a post of it was approved.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(newEmployer),
  responses: { 201: jsonAnswer('Made.', z.object({ id: z.string() })), ...refusals },
});

const see = createRoute({
  ...who('employer'),
  method: 'get',
  path: '/api/hire/employers/{id}',
  summary: 'An employer that one works for',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('Its page, people and domains.', employerView), ...refusals },
});

const change = createRoute({
  ...who('employer'),
  method: 'post',
  path: '/api/hire/employers/{id}',
  summary: 'Change what an employer says of itself',
  description: 'What is public already waits for a moderator; the public sees what was approved last meanwhile.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(employerProfile) },
  responses: { 200: jsonAnswer('Changed, or waiting.', z.object({ is: z.enum(['changed', 'waits']) })), ...refusals },
});

const logo = createRoute({
  ...who('employer'),
  method: 'post',
  path: '/api/hire/employers/{id}/logo',
  summary: 'Make a picture that was given the logo, or remove the logo',
  description: 'Waits for a moderator like every change of a public page.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(logoInput) },
  responses: { 200: jsonAnswer('Changed, or waiting.', z.object({ is: z.enum(['changed', 'waits']) })), ...refusals },
});

/** Employers of one's own: validate, call, present. */
export const ownEmployerRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await listEmployers(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(create, async (c) =>
    c.json(await createEmployer(c.var.container, { actor: memberIn(c), input: c.req.valid('json') }), 201, PRIVATE),
  )
  .openapi(see, async (c) => c.json(await seeEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
  .openapi(change, async (c) => {
    const is = await changeEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), wanted: c.req.valid('json') });
    return c.json({ is }, 200, PRIVATE);
  })
  .openapi(logo, async (c) => {
    const { picture: logoId } = c.req.valid('json');
    const is = await changeEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), wanted: { logoId } });
    return c.json({ is }, 200, PRIVATE);
  });
