import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { askLostFactor, confirmLostFactor } from '#worker/accounts/lose-factor.ts';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import {
  codeTyped,
  nothing,
  passkeySigned,
  passkeyStep,
  passkeyStepSigned,
  recoveryCodeTyped,
} from '#worker/accounts/model/factor-input.ts';
import { lossAsked, lossConfirmed, passkeyOffered, secondStepView, signedInNow } from '#worker/accounts/model/factors-view.ts';
import { LARGEST_CREDENTIAL } from '#worker/accounts/model/webauthn.ts';
import { proveByPasskey, requestProof } from '#worker/accounts/prove-by-passkey.ts';
import { secondStep, signInByCode } from '#worker/accounts/sign-in-by-code.ts';
import { requestPasskey, signInByPasskey } from '#worker/accounts/sign-in-by-passkey.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { challengeCookie } from '#worker/http/challenge-cookie.ts';
import { CONFLICT, FORBIDDEN, INVALID, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE, LINK_HOLDERS, MEMBERS } from '#worker/http/who.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { CHALLENGE_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

const REFUSALS = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 409: CONFLICT, 429: TOO_MANY };
const middleware: MiddlewareHandler[] = [onlyParameters(), ...smallJson(LARGEST_CREDENTIAL)];
const writing = { method: 'post', middleware } as const;
const post = { ...ANYONE, ...writing } as const;
const STEP = `After the right password, in the same browser, within ${sayDuration(CHALLENGE_LASTS, 'en')}.`;

const see = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/sign-in/factor',
  summary: 'How the sign-in of this browser can go on',
  description: STEP,
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The ways of the second step.', secondStepView), 400: INVALID, 401: UNAUTHENTICATED, 429: TOO_MANY },
});
const byCode = createRoute({
  ...post,
  path: '/api/sign-in/code',
  summary: 'Finish a sign-in by the code of an app',
  description: STEP,
  request: jsonBody(codeTyped),
  responses: { 200: jsonAnswer('Signed in.', signedInNow), ...REFUSALS },
});
const byRecoveryCode = createRoute({
  ...post,
  path: '/api/sign-in/recovery-code',
  summary: 'Finish a sign-in by a recovery code, which works once',
  description: STEP,
  request: jsonBody(recoveryCodeTyped),
  responses: { 200: jsonAnswer('Signed in.', signedInNow), ...REFUSALS },
});
const options = createRoute({
  ...post,
  path: '/api/sign-in/passkey/options',
  summary: 'Begin to sign in by a passkey',
  description: 'As the first step, instead of address and password, or as the second, after them.',
  request: jsonBody(passkeyStep),
  responses: { 200: jsonAnswer('What navigator.credentials.get takes.', passkeyOffered), ...REFUSALS },
});
const byPasskey = createRoute({
  ...post,
  path: '/api/sign-in/passkey',
  summary: 'Sign in by a passkey',
  description: 'As the first step the device has to have asked for PIN, finger or face.',
  request: jsonBody(passkeyStepSigned),
  responses: { 200: jsonAnswer('Signed in.', signedInNow), ...REFUSALS },
});
const lost = createRoute({
  ...post,
  path: '/api/sign-in/lost-factor',
  summary: 'Say that the second factor is lost',
  description: `${STEP} A mail confirms it; not for moderators and administrators.`,
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('What comes next stands in a mail.', lossAsked), ...REFUSALS },
});
const confirmLost = createRoute({
  ...LINK_HOLDERS,
  ...writing,
  path: '/api/sign-in/lost-factor/confirm',
  summary: 'Begin the wait for a lost factor, by the link that is open in this browser',
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('The wait has begun; signing in stops it.', lossConfirmed), ...REFUSALS },
});
const proofOptions = createRoute({
  ...MEMBERS,
  ...writing,
  path: '/api/prove/passkey/options',
  summary: 'Begin to prove by a passkey who one is',
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('What navigator.credentials.get takes.', passkeyOffered), ...REFUSALS },
});
const proof = createRoute({
  ...MEMBERS,
  ...writing,
  path: '/api/prove/passkey',
  summary: 'Prove by a passkey who one is',
  request: jsonBody(passkeySigned),
  responses: { 200: jsonAnswer('Proven.', z.object({ is: z.literal('proven') })), ...REFUSALS },
});

const SIGNED_IN = { is: 'signed-in' } as const;

/** What comes after a password, or instead of it: validate, call, present. */
export const secondStepRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(see, async (c) => {
    const { ways, canBeLost, liftsAt } = await secondStep(c.var.container, challengeCookie(c));
    return c.json({ ways, canBeLost, liftsAt: liftsAt === null ? null : isoTime(liftsAt) }, 200, PRIVATE);
  })
  .openapi(byCode, async (c) => {
    const { code } = c.req.valid('json');
    giveCookies(c, (await signInByCode(c.var.container, { cookie: challengeCookie(c), visit: await visitOf(c), code })).cookies);
    return c.json(SIGNED_IN, 200, PRIVATE);
  })
  .openapi(byRecoveryCode, async (c) => {
    const { recoveryCode } = c.req.valid('json');
    giveCookies(c, (await signInByCode(c.var.container, { cookie: challengeCookie(c), visit: await visitOf(c), recoveryCode })).cookies);
    return c.json(SIGNED_IN, 200, PRIVATE);
  })
  .openapi(options, async (c) => {
    const { options: asked, cookie } = await requestPasskey(c.var.container, { ...c.req.valid('json'), cookie: challengeCookie(c) });
    giveCookies(c, cookie === null ? [] : [cookie]);
    return c.json({ options: asked }, 200, PRIVATE);
  })
  .openapi(byPasskey, async (c) => {
    const signed = { ...c.req.valid('json'), cookie: challengeCookie(c), visit: await visitOf(c) };
    giveCookies(c, (await signInByPasskey(c.var.container, signed)).cookies);
    return c.json(SIGNED_IN, 200, PRIVATE);
  })
  .openapi(lost, async (c) => {
    await askLostFactor(c.var.container, { cookie: challengeCookie(c), visit: await visitOf(c) });
    return c.json({ next: 'mail' } as const, 200, PRIVATE);
  })
  .openapi(confirmLost, async (c) => {
    const { liftsAt } = await confirmLostFactor(c.var.container, c.var.link);
    giveCookies(c, [endedCookie('link', c.var.container.publicUrl)]);
    return c.json({ liftsAt: isoTime(liftsAt) }, 200, PRIVATE);
  })
  .openapi(proofOptions, async (c) => {
    const { options: asked, cookie } = await requestProof(c.var.container, memberIn(c));
    giveCookies(c, cookie === null ? [] : [cookie]);
    return c.json({ options: asked }, 200, PRIVATE);
  })
  .openapi(proof, async (c) => {
    const signed = { actor: memberIn(c), cookie: challengeCookie(c), ...c.req.valid('json') };
    giveCookies(c, (await proveByPasskey(c.var.container, signed)).cookies);
    return c.json({ is: 'proven' } as const, 200, PRIVATE);
  });
