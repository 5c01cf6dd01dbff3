import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, TOO_MANY } from '#worker/http/error-schema.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { ANYONE } from '#worker/http/who.ts';
import { promisesView } from '#worker/promises/model/promise-view.ts';
import { viewPromises } from '#worker/promises/view-promises.ts';

const view = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/promises',
  summary: 'What this board promises, with proof',
  middleware: [onlyParameters()] as const,
  responses: {
    200: { description: 'Every promise that is kept.', content: { 'application/json': { schema: promisesView } } },
    400: INVALID,
    429: TOO_MANY,
  },
});

export const promiseRoutes = new OpenAPIHono<AppEnv>().openapi(view, async (c) =>
  c.json(await viewPromises({ ...c.var.container, proofs: __PROOFS__ }), 200),
);
