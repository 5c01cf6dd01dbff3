import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { STAFF_ACTS, STAFF_READS, STAFF_REFUSALS } from '#worker/http/staff-exchange.ts';
import { exportStatements, seeStatements } from '#worker/moderation/export-statements.ts';
import { euExport, statementLines } from '#worker/moderation/model/staff-views.ts';

const day = z.iso.date({ error: 'moderation.day' });

const statements = createRoute({
  ...STAFF_READS,
  path: '/api/moderate/statements',
  summary: 'The newest decisions that restrict',
  responses: { 200: jsonAnswer('The newest first.', statementLines), ...STAFF_REFUSALS },
});

const exported = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/statements/export',
  summary: 'Statements of reasons in the vocabulary of the EU’s database',
  request: jsonBody(z.strictObject({ from: day, until: day })),
  responses: { 200: jsonAnswer('Field by field; what holds somebody’s data is refused.', euExport), ...STAFF_REFUSALS },
});

/** Decisions that restrict, for staff: validate, call, present. */
export const statementRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(statements, async (c) => c.json(await seeStatements(c.var.container), 200, PRIVATE))
  .openapi(exported, async (c) =>
    c.json(await exportStatements(c.var.container, { staff: memberIn(c), ...c.req.valid('json') }), 200, PRIVATE),
  );
