import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { confirmSignUp } from '#worker/accounts/confirm-sign-up.ts';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { confirmBody, signInBody, signUpBody } from '#worker/accounts/model/door-input.ts';
import { mailNext, signedInView, signInView } from '#worker/accounts/model/door-view.ts';
import { signIn } from '#worker/accounts/sign-in.ts';
import { signUp } from '#worker/accounts/sign-up.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE, LINK_HOLDERS } from '#worker/http/who.ts';

const LARGEST = 16_384;
const refusals = { 400: INVALID, 429: TOO_MANY };

const signUpRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/sign-up',
  summary: 'Sign up',
  description: 'The answer is the same for every address; what comes next stands in a mail to it.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(signUpBody),
  responses: { 202: jsonAnswer('Taken in.', mailNext), ...refusals },
});

const confirmRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/sign-up/confirm',
  summary: 'Confirm the address of a sign-up, by the link that is open in this browser',
  description: 'By the password of the sign-up, or by a new one, and then with nothing else of the sign-up.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(confirmBody),
  responses: {
    200: jsonAnswer('The account begins, and its person is signed in.', signedInView),
    401: UNAUTHENTICATED,
    404: NOT_FOUND,
    ...refusals,
  },
});

const signInRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/sign-in',
  summary: 'Sign in by the password',
  description: 'Where a second factor stands nobody is signed in yet, and the answer names the ways to go on.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(signInBody),
  responses: { 200: jsonAnswer('The password was right.', signInView), ...refusals },
});

/** Signing up and in: validate, call, present. */
export const doorRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(signUpRoute, async (c) => {
    const { email, password, role, language } = c.req.valid('json');
    const wish = { email, password, role, language: ownLanguage(c, language) };
    await signUp(c.var.container, { wish, visit: await visitOf(c) });
    return c.json({ next: 'mail' } as const, 202, PRIVATE);
  })
  .openapi(confirmRoute, async (c) => {
    const { container, link } = c.var;
    const { cookies } = await confirmSignUp(container, { link, wish: c.req.valid('json'), visit: await visitOf(c) });
    giveCookies(c, [...cookies, endedCookie('link', container.publicUrl)]);
    return c.json({ is: 'signed-in' } as const, 200, PRIVATE);
  })
  .openapi(signInRoute, async (c) => {
    const outcome = await signIn(c.var.container, { ...c.req.valid('json'), visit: await visitOf(c) });
    if (outcome.is === 'second-factor') {
      giveCookies(c, [outcome.cookie]);
      return c.json({ is: outcome.is, ways: outcome.ways }, 200, PRIVATE);
    }
    giveCookies(c, outcome.cookies);
    return c.json({ is: outcome.is, passwordTooShort: outcome.isTooShort }, 200, PRIVATE);
  });

/** One of the board's own languages; its first for every other. */
function ownLanguage({ var: { container } }: Context<AppEnv>, wanted: string | undefined): string {
  return container.board.languages.find((language) => language === wanted) ?? container.language;
}
