import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { checkAudit } from '#worker/staff/check-audit.ts';
import { auditQuery, auditReportView, auditView } from '#worker/staff/model/audit-view.ts';
import { disclosureInput, disclosuresView } from '#worker/staff/model/disclosure-view.ts';
import { actedView } from '#worker/staff/model/person-view.ts';
import { reasonedInput } from '#worker/staff/model/staff-input.ts';
import { recordDisclosure } from '#worker/staff/record-disclosure.ts';
import { seeAudit } from '#worker/staff/see-audit.ts';
import { seeDisclosures } from '#worker/staff/see-disclosures.ts';

const LARGEST = 16_384;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const audit = createRoute({
  ...who('administrator'),
  method: 'get',
  path: '/api/admin/audit',
  summary: 'What people who work for the board did, the newest first',
  middleware: [onlyParameters('before', 'actor', 'act')] as const,
  request: { query: auditQuery },
  responses: { 200: jsonAnswer('Lines of the log, which names people by pseudonym.', auditView), ...refusals },
});

const verify = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/audit/verify',
  summary: 'Verify the whole log against what is kept outside the database',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('What was verified, and the first thing that is wrong.', auditReportView), ...refusals },
});

const see = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/disclosures/see',
  summary: 'What was handed to authorities, with a reason to look',
  description: 'The look is written into the log of staff before anything is answered.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(reasonedInput),
  responses: { 200: jsonAnswer('The newest first.', disclosuresView), ...refusals },
});

const record = createRoute({
  ...who('administrator'),
  method: 'post',
  path: '/api/admin/disclosures',
  summary: 'Record what was handed over because the law demanded it',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(disclosureInput),
  responses: { 200: jsonAnswer('Recorded; the person’s copy shows it, unless a law forbids that for a time.', actedView), ...refusals },
});

/** The log of staff and that of disclosures: validate, call, present. */
export const auditRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(audit, async (c) => {
    const asked = { actor: memberIn(c), query: c.req.valid('query') };
    return c.json(await seeAudit(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(verify, async (c) => c.json(await checkAudit(c.var.container), 200, PRIVATE))
  .openapi(see, async (c) => {
    const asked = { actor: memberIn(c), input: c.req.valid('json') };
    return c.json(await seeDisclosures(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(record, async (c) => {
    await recordDisclosure(c.var.container, { actor: memberIn(c), input: c.req.valid('json') });
    return c.json({ is: 'done' as const }, 200, PRIVATE);
  });
