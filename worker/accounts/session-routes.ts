import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { endOtherSessions, endSession, signOut, signOutEverywhere } from '#worker/accounts/end-sessions.ts';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { sessionView, sessionViewOf } from '#worker/accounts/model/present-session.ts';
import { type SessionList, sessionList, sessionListOf } from '#worker/accounts/model/session-list.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { ANYONE, MEMBERS } from '#worker/http/who.ts';
import { isMember } from '#worker/kernel/actor.ts';

/** `"cookies"` would take the cookie choices away, too. */
const CLEARED = { ...PRIVATE, 'Clear-Site-Data': '"cache"' };
const SIGNED_OUT = { is: 'visitor' } as const;
const signedOut = z.object({ is: z.literal('visitor') });
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const see = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in in this browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The person, or nobody.', sessionView), 400: INVALID, 429: TOO_MANY },
});

const leave = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/sign-out',
  summary: 'Sign out in this browser',
  description: 'Ends the session, and has the browser forget what it keeps of our answers. Repeated, it does nothing more.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Nobody is signed in here any more.', signedOut), 400: INVALID, 429: TOO_MANY },
});

const leaveEverywhere = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/sign-out/everywhere',
  summary: 'Sign out in every browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('This person is signed in nowhere any more.', signedOut), ...refusals },
});

const list = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/sessions',
  summary: 'Where one is signed in',
  description: 'When, in which country, and with which kind of browser; no address is kept.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The last used first.', sessionList), ...refusals },
});

const endOthers = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/sessions/end-others',
  summary: 'Sign out everywhere else',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Only this session is left.', sessionList), ...refusals },
});

const endOne = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/sessions/{handle}/end',
  summary: 'End one session of one’s own',
  middleware: [onlyParameters()] as const,
  request: {
    params: z.object({ handle: z.string().openapi({ param: { name: 'handle', in: 'path', description: 'As the list says it.' } }) }),
  },
  responses: { 200: jsonAnswer('Those that are left.', sessionList), ...refusals, 404: NOT_FOUND },
});

/** Who is signed in, and where: validate, call, present. */
export const sessionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(see, (c) => c.json(sessionViewOf({ actor: c.var.actor, account: c.var.account }), 200, PRIVATE))
  .openapi(leave, async (c) => {
    const { actor, container } = c.var;
    if (isMember(actor)) await signOut(container, actor);
    return c.json(SIGNED_OUT, 200, { ...CLEARED, 'Set-Cookie': goneCookies(container.publicUrl) });
  })
  .openapi(leaveEverywhere, async (c) => {
    await signOutEverywhere(c.var.container, memberIn(c));
    return c.json(SIGNED_OUT, 200, { ...CLEARED, 'Set-Cookie': goneCookies(c.var.container.publicUrl) });
  })
  .openapi(list, async (c) => c.json(await ownSessions(c), 200, PRIVATE))
  .openapi(endOthers, async (c) => {
    await endOtherSessions(c.var.container, memberIn(c));
    return c.json(await ownSessions(c), 200, PRIVATE);
  })
  .openapi(endOne, async (c) => {
    await endSession(c.var.container, memberIn(c), c.req.valid('param').handle);
    return c.json(await ownSessions(c), 200, PRIVATE);
  });

async function ownSessions(c: Context<AppEnv>): Promise<SessionList> {
  const { now, sessions } = c.var.container;
  const member = memberIn(c);
  return sessionListOf(await sessions.ofAccount(member.accountId, now), member);
}

/** Whatever ties this browser to somebody; that it signed in before stays known. */
function goneCookies(publicUrl: string): string[] {
  return (['session', 'sign-in', 'link', 'draft'] as const).map((name) => endedCookie(name, publicUrl));
}
