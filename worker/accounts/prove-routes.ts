import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { waysOf } from '#worker/accounts/model/factors.ts';
import { type ProofAsked, proofAsked, proofInput, proven } from '#worker/accounts/model/proof-exchange.ts';
import { proveAgain } from '#worker/accounts/prove-again.ts';
import { factorsOf } from '#worker/accounts/second-factor.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { MEMBERS } from '#worker/http/who.ts';
import { PROOF_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

const LARGEST = 8192;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const asked = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/prove',
  summary: 'What one is asked for to prove who one is',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Beside the password.', proofAsked), ...refusals },
});

const prove = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/prove',
  summary: 'Prove again who one is',
  description: `The password, and the second factor where one stands. Before something grave it is asked for unless it was given within ${sayDuration(PROOF_LASTS, 'en')}. The session goes on under another id.`,
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(proofInput),
  responses: { 200: jsonAnswer('Proven.', proven), ...refusals },
});

/** Step-up: validate, call, present. */
export const proveRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(asked, async (c) => {
    const { accountId, proof } = memberIn(c);
    const ways = waysOf(await factorsOf(c.var.container, accountId));
    return c.json({ ways: [...ways], persona: proof === 'persona' } satisfies ProofAsked, 200, PRIVATE);
  })
  .openapi(prove, async (c) => {
    const given = { actor: memberIn(c), visit: await visitOf(c), ...c.req.valid('json') };
    giveCookies(c, (await proveAgain(c.var.container, given)).cookies);
    return c.json({ is: 'proven' } as const, 200, PRIVATE);
  });
