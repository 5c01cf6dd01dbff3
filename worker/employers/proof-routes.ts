import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { askProof } from '#worker/employers/ask-proof.ts';
import { checkProof } from '#worker/employers/check-proof.ts';
import { claimEmployer, seeClaim } from '#worker/employers/claim-employer.ts';
import { confirmProof, seeProof } from '#worker/employers/confirm-proof.ts';
import { giveUpProof } from '#worker/employers/give-up-proof.ts';
import { claimInput, proofInput } from '#worker/employers/model/employer-input.ts';
import { claimView, proofView } from '#worker/employers/model/employer-view.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { LINK_HOLDERS, who } from '#worker/http/who.ts';

const LARGEST = 4096;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const id = z.string().max(64);
const slug = z.string().max(100);
const nothing = jsonBody(z.strictObject({}));
const begun = jsonAnswer('Begun: nothing is verified yet.', z.object({ proof: z.string() }));

const ask = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/proofs',
  summary: 'Begin to prove a domain, or where one works',
  request: { params: z.object({ id }), ...jsonBody(proofInput) },
  responses: { 201: begun, ...refusals },
});

const check = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/proofs/{proof}/check',
  summary: 'Look for the record or file of a proof',
  request: { params: z.object({ proof: id }), ...nothing },
  responses: {
    200: jsonAnswer(
      'What was seen. `not-looked`: the board could not look.',
      z.object({ is: z.enum(['proven', 'not-found', 'redirected', 'not-looked', 'wait']) }),
    ),
    ...refusals,
  },
});

const giveUp = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/proofs/{proof}/give-up',
  summary: 'Give up a proof that is open',
  request: { params: z.object({ proof: id }), ...nothing },
  responses: { 200: jsonAnswer('Given up.', z.object({ is: z.literal('done') })), ...refusals },
});

const seeMail = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/hire/prove',
  summary: 'What the mail asks to confirm whose link is open in this browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The employer and the domain.', proofView), ...refusals },
});

const confirm = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/prove',
  summary: 'Confirm the domain whose link is open in this browser',
  request: nothing,
  responses: { 200: jsonAnswer('Confirmed.', z.object({ is: z.literal('proven') })), ...refusals },
});

const seeClaimed = createRoute({
  ...who('employer'),
  method: 'get',
  path: '/api/hire/claims/{slug}',
  summary: 'How one’s claim on an employer stands',
  middleware: [onlyParameters()] as const,
  request: { params: z.object({ slug }) },
  responses: { 200: jsonAnswer('The claim.', claimView), ...refusals },
});

const claim = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/claims/{slug}',
  summary: 'Claim an employer by its domain',
  request: { params: z.object({ slug }), ...jsonBody(claimInput) },
  responses: { 201: begun, ...refusals },
});

/** Domains and claims: validate, call, present. */
export const proofRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(ask, async (c) => {
    const wished = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await askProof(c.var.container, { actor: memberIn(c), visit: await visitOf(c), ...wished }), 201, PRIVATE);
  })
  .openapi(check, async (c) => {
    const is = await checkProof(c.var.container, { actor: memberIn(c), ...c.req.valid('param') });
    return c.json({ is }, 200, PRIVATE);
  })
  .openapi(giveUp, async (c) => {
    await giveUpProof(c.var.container, { actor: memberIn(c), ...c.req.valid('param') });
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  })
  .openapi(seeMail, async (c) => c.json(await seeProof(c.var.container, c.var.link), 200, PRIVATE))
  .openapi(confirm, async (c) => {
    const { container, link } = c.var;
    await confirmProof(container, link);
    giveCookies(c, [endedCookie('link', container.publicUrl)]);
    return c.json({ is: 'proven' } as const, 200, PRIVATE);
  })
  .openapi(seeClaimed, async (c) => c.json(await seeClaim(c.var.container, { actor: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
  .openapi(claim, async (c) => {
    const named = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(await claimEmployer(c.var.container, { actor: memberIn(c), ...named }), 201, PRIVATE);
  });
