import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { listEmployers } from '#worker/staff/list-employers.ts';
import { enginesView, importsView, mailView, overviewView, repairsView, tasksView } from '#worker/staff/model/board-view.ts';
import { employersQuery, employersView } from '#worker/staff/model/employers-view.ts';
import { actedView } from '#worker/staff/model/person-view.ts';
import { reasonedInput } from '#worker/staff/model/staff-input.ts';
import { reconcileNow } from '#worker/staff/reconcile-now.ts';
import { retryMail } from '#worker/staff/retry-mail.ts';
import { seeEngines } from '#worker/staff/see-engines.ts';
import { seeImports } from '#worker/staff/see-imports.ts';
import { seeMail } from '#worker/staff/see-mail.ts';
import { seeOverview } from '#worker/staff/see-overview.ts';
import { seeTasks } from '#worker/staff/see-tasks.ts';

const LARGEST = 8192;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const overview = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/overview',
  summary: 'What waits, and what does not go as it should',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Numbers and nobody’s data.', overviewView), ...refusals },
});

const tasks = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/tasks',
  summary: 'Scheduled work with its evidence',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Each task’s newest run.', tasksView), ...refusals },
});

const imports = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/imports',
  summary: 'Where ads come from, and how the last imports went',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Each source.', importsView), ...refusals },
});

const mail = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/mail',
  summary: 'How the outbox stands',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Kinds, times, masked addresses and errors; never words or links.', mailView), ...refusals },
});

const retry = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/mail/{id}/retry',
  summary: 'Send a mail that was given up or held back',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: { params: z.object({ id: z.string() }), ...jsonBody(reasonedInput) },
  responses: { 200: jsonAnswer('It goes out with the next run.', actedView), ...refusals, 404: NOT_FOUND },
});

const search = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/search',
  summary: 'How far each search engine has come',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Each engine.', enginesView), ...refusals },
});

const reconcile = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/search/reconcile',
  summary: 'Compare every search engine with the database, and repair it',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(reasonedInput),
  responses: { 200: jsonAnswer('What was found and repaired.', repairsView), ...refusals },
});

const employers = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/employers',
  summary: 'Find employers by letters of their names',
  middleware: [onlyParameters('q')] as const,
  request: { query: employersQuery },
  responses: { 200: jsonAnswer('At most fifty, those that are suspended first.', employersView), ...refusals },
});

/** How the board is, for administrators: validate, call, present. */
export const boardRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(overview, async (c) => c.json(await seeOverview(c.var.container), 200, PRIVATE))
  .openapi(tasks, async (c) => c.json(await seeTasks(c.var.container), 200, PRIVATE))
  .openapi(imports, async (c) => c.json(await seeImports(c.var.container), 200, PRIVATE))
  .openapi(mail, async (c) => c.json(await seeMail(c.var.container), 200, PRIVATE))
  .openapi(retry, async (c) => {
    await retryMail(c.var.container, { actor: memberIn(c), id: c.req.valid('param').id, input: c.req.valid('json') });
    return c.json({ is: 'done' as const }, 200, PRIVATE);
  })
  .openapi(search, async (c) => c.json(await seeEngines(c.var.container), 200, PRIVATE))
  .openapi(reconcile, async (c) => {
    const asked = { actor: memberIn(c), input: c.req.valid('json') };
    return c.json(await reconcileNow(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(employers, async (c) => c.json(await listEmployers(c.var.container, c.req.valid('query').q ?? ''), 200, PRIVATE));
