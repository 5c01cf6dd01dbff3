import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { changeRole } from '#worker/staff/change-role.ts';
import { endSessionsOf } from '#worker/staff/end-sessions-of.ts';
import { findPerson } from '#worker/staff/find-person.ts';
import { liftFreeze } from '#worker/staff/lift-freeze.ts';
import {
  actedView,
  changeRoleInput,
  findPersonInput,
  personView,
  restorePersonInput,
  suspendPersonInput,
} from '#worker/staff/model/person-view.ts';
import { reasonedInput } from '#worker/staff/model/staff-input.ts';
import { restorePerson, suspendPerson } from '#worker/staff/suspend-person.ts';

const LARGEST = 8192;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 429: TOO_MANY };
const pseudonym = z.object({
  pseudonym: z.string().openapi({ param: { name: 'pseudonym', in: 'path', description: 'As the look-up says it.' } }),
});

const find = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/find',
  summary: 'Look one person up, by the exact address, with a reason',
  description: 'The look is written into the log of staff before anything is answered.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(findPersonInput),
  responses: { 200: jsonAnswer('How the account stands.', personView), ...refusals },
});

const role = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/{pseudonym}/role',
  summary: 'Let somebody work for the board, or no longer',
  description: 'Every session of the person ends. A role needs a second factor; nobody changes their own.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: pseudonym, ...jsonBody(changeRoleInput) },
  responses: { 200: jsonAnswer('Done, and the person is told.', actedView), ...refusals, 409: CONFLICT },
});

const endSessions = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/{pseudonym}/end-sessions',
  summary: 'Sign somebody out everywhere',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: pseudonym, ...jsonBody(reasonedInput) },
  responses: { 200: jsonAnswer('Done.', actedView), ...refusals },
});

const lift = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/{pseudonym}/lift-freeze',
  summary: 'End the freeze of an account, because its person asks for it',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: pseudonym, ...jsonBody(reasonedInput) },
  responses: { 200: jsonAnswer('Done, and the person is told.', actedView), ...refusals, 409: CONFLICT },
});

const suspend = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/{pseudonym}/suspend',
  summary: 'Suspend an account, with a statement of reasons',
  description:
    'Its own adverts leave the public, it acts for no employer, and every session ends. It may read, take a copy, object and go.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: pseudonym, ...jsonBody(suspendPersonInput) },
  responses: { 200: jsonAnswer('Done, and the person is told why.', actedView), ...refusals, 409: CONFLICT },
});

const restore = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/people/{pseudonym}/restore',
  summary: 'End the suspension of an account',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: pseudonym, ...jsonBody(restorePersonInput) },
  responses: { 200: jsonAnswer('Done, and the person is told.', actedView), ...refusals, 409: CONFLICT },
});

const DONE = { is: 'done' } as const;

/** People, one at a time: validate, call, present. */
export const peopleRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(find, async (c) => {
    const looking = { actor: memberIn(c), input: c.req.valid('json') };
    return c.json(await findPerson(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(role, async (c) => {
    await changeRole(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), input: c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(endSessions, async (c) => {
    await endSessionsOf(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), input: c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(lift, async (c) => {
    await liftFreeze(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), input: c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(suspend, async (c) => {
    await suspendPerson(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), input: c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(restore, async (c) => {
    await restorePerson(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), input: c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  });
