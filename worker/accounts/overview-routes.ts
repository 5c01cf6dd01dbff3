import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { accountOverview } from '#worker/accounts/model/overview.ts';
import { seeOverview } from '#worker/accounts/see-overview.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { MEMBERS } from '#worker/http/who.ts';

const see = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/overview',
  summary: 'Who one is here, and what needs a look',
  middleware: [onlyParameters()] as const,
  responses: {
    200: { description: 'The account.', content: { 'application/json': { schema: accountOverview } } },
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    429: TOO_MANY,
  },
});

/** The first page of an account: validate, call, present. */
export const overviewRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(see, async (c) => {
  const looking = { member: memberIn(c), email: c.var.account?.email ?? '', gpc: c.req.header('Sec-GPC') === '1' };
  return c.json(await seeOverview(c.var.container, looking), 200, { 'Cache-Control': 'no-store' });
});
