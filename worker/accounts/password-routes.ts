import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { askReset } from '#worker/accounts/ask-reset.ts';
import { changePassword } from '#worker/accounts/change-password.ts';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { changePasswordBody, forgotBody, resetBody } from '#worker/accounts/model/door-input.ts';
import { doneView, mailNext } from '#worker/accounts/model/door-view.ts';
import { resetPassword } from '#worker/accounts/reset-password.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE, LINK_HOLDERS, MEMBERS } from '#worker/http/who.ts';

const LARGEST = 16_384;
const refusals = { 400: INVALID, 429: TOO_MANY };

const forgotRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/forgot',
  summary: 'Ask for a mail to set a new password',
  description: 'The answer is the same for every address.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(forgotBody),
  responses: { 202: jsonAnswer('If the address has an account, a mail is on its way.', mailNext), ...refusals },
});

const resetRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/reset',
  summary: 'Set a new password, by the link that is open in this browser',
  description: 'Where a second factor stands, with a code of it. Every session ends.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(resetBody),
  responses: { 200: jsonAnswer('Set.', doneView), 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, ...refusals },
});

const changeRoute = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/password',
  summary: 'Change the password',
  description: 'Shortly after proof. Every other session ends, and this one goes on under a new id.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(changePasswordBody),
  responses: { 200: jsonAnswer('Changed.', doneView), 401: UNAUTHENTICATED, 403: FORBIDDEN, ...refusals },
});

/** Setting passwords: validate, call, present. */
export const passwordRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(forgotRoute, async (c) => {
    await askReset(c.var.container, { ...c.req.valid('json'), visit: await visitOf(c) });
    return c.json({ next: 'mail' } as const, 202, PRIVATE);
  })
  .openapi(resetRoute, async (c) => {
    const { container, link } = c.var;
    await resetPassword(container, { ...c.req.valid('json'), link, visit: await visitOf(c) });
    giveCookies(c, [endedCookie('link', container.publicUrl)]);
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  })
  .openapi(changeRoute, async (c) => {
    const changing = { actor: memberIn(c), ...c.req.valid('json'), visit: await visitOf(c) };
    giveCookies(c, (await changePassword(c.var.container, changing)).cookies);
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  });
