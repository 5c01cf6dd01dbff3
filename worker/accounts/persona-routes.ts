import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { signInPersona } from '#worker/accounts/sign-in-persona.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE } from '#worker/http/who.ts';
import { ROLES } from '#worker/kernel/actor.ts';

const LARGEST = 1024;

/** Signing in as somebody made up: made only in a bundle for a demonstration. */
export function personaRoutes() {
  const signIn = createRoute({
    ...ANYONE,
    method: 'post',
    path: '/api/dev/persona',
    summary: 'Sign in as one of the demonstration’s people',
    description: 'Counts as password and second factor. No other board has this address.',
    middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
    request: jsonBody(z.strictObject({ role: z.enum(ROLES) })),
    responses: {
      200: jsonAnswer('Signed in.', z.object({ is: z.literal('signed-in') })),
      400: INVALID,
      404: NOT_FOUND,
      429: TOO_MANY,
    },
  });
  return new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid }).openapi(signIn, async (c) => {
    const { cookies } = await signInPersona(c.var.container, { role: c.req.valid('json').role, visit: await visitOf(c) });
    giveCookies(c, cookies);
    return c.json({ is: 'signed-in' } as const, 200, PRIVATE);
  });
}
