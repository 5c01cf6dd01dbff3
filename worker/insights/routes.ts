import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { getCookie } from 'hono/cookie';
import { consentCookieName } from '#worker/consent/model/cookie-names.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientCountry } from '#worker/http/client-country.ts';
import { FORBIDDEN, INVALID, TOO_MANY } from '#worker/http/error-schema.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE } from '#worker/http/who.ts';
import { countUse } from '#worker/insights/count-use.ts';
import { counterInput } from '#worker/insights/model/counter-input.ts';

const LARGEST_USE = 512;

const count = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/counters',
  summary: 'Add one to the day’s total of a kind of page',
  description: 'Only pages of this board may send it, and only after a yes to its counters. Kept are day, page, feature and country.',
  middleware: [onlyParameters(), ...smallJson(LARGEST_USE)] as const,
  request: { body: { required: true, content: { 'application/json': { schema: counterInput } } } },
  responses: { 204: { description: 'Counted.' }, 400: INVALID, 403: FORBIDDEN, 429: TOO_MANY },
});

/** Our own counters: validate, call. */
export const insightRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(count, async (c) => {
  const { container } = c.var;
  const cookie = getCookie(c, consentCookieName(container.publicUrl)) ?? null;
  await countUse(container, { use: c.req.valid('json'), country: clientCountry(c.req.raw), cookie });
  return c.body(null, 204, { 'Cache-Control': 'no-store' });
});
