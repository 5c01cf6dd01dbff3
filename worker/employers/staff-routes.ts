import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { mergeEmployers, undoMerge } from '#worker/employers/merge-employers.ts';
import { restoreEmployer, suspendEmployer } from '#worker/employers/suspend-employer.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { reasons, takenBackWhy } from '#worker/moderation/model/restriction-input.ts';
import { reasoned } from '#worker/staff/model/staff-input.ts';

const LARGEST = 16_384;
const STAFF = who('moderator', 'administrator');
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const params = z.object({ id: z.string().max(64) });
const done = jsonAnswer('Done, and written down.', z.object({ is: z.literal('done') }));
const DONE = { is: 'done' } as const;

const suspend = createRoute({
  ...STAFF,
  method: 'post',
  path: '/api/admin/employers/{id}/suspend',
  summary: 'Take everything of an employer out of the public',
  description: 'Its people get a statement of reasons with the ways to object.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject({ ...reasoned, reasons })) },
  responses: { 200: done, ...refusals },
});

const restore = createRoute({
  ...STAFF,
  method: 'post',
  path: '/api/admin/employers/{id}/restore',
  summary: 'Bring a suspended employer back',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject({ ...reasoned, why: takenBackWhy })) },
  responses: { 200: done, ...refusals },
});

const merge = createRoute({
  ...STAFF,
  method: 'post',
  path: '/api/admin/employers/{id}/merge',
  summary: 'Make an employer part of another',
  description: 'Can be undone for 30 days.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject({ ...reasoned, into: z.string().max(64) })) },
  responses: { 200: done, ...refusals },
});

const undo = createRoute({
  ...STAFF,
  method: 'post',
  path: '/api/admin/employers/{id}/unmerge',
  summary: 'Make two of one again',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params, ...jsonBody(z.strictObject(reasoned)) },
  responses: { 200: done, ...refusals },
});

/** What the board decides about employers: validate, call, present. */
export const employerStaffRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(suspend, async (c) => {
    await suspendEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(restore, async (c) => {
    await restoreEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(merge, async (c) => {
    await mergeEmployers(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(undo, async (c) => {
    await undoMerge(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  });
