import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { MEMBERS } from '#worker/http/who.ts';
import { deleteOwnAccount } from '#worker/privacy/delete-own-account.ts';
import { deleted, deletionInput, deletionView } from '#worker/privacy/model/deletion-view.ts';
import { seeDeletion } from '#worker/privacy/see-deletion.ts';

const LARGEST = 4096;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const see = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/deletion',
  summary: 'What goes with one’s account, and what stays',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('In words.', deletionView), ...refusals },
});

const remove = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/delete',
  summary: 'Delete one’s account, at once',
  description: 'After a fresh proof, and with the password once more. A mail is the receipt. Nothing brings the account back.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(deletionInput),
  responses: { 200: jsonAnswer('It is gone.', deleted), ...refusals },
});

/** The end of an account: validate, call, present. */
export const deletionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(see, async (c) => c.json(await seeDeletion(c.var.container, memberIn(c)), 200, PRIVATE))
  .openapi(remove, async (c) => {
    const { container } = c.var;
    await deleteOwnAccount(container, { actor: memberIn(c), password: c.req.valid('json').password });
    const gone = (['session', 'sign-in', 'link', 'known-browser'] as const).map((name) => endedCookie(name, container.publicUrl));
    return c.json({ is: 'deleted' } as const, 200, { ...PRIVATE, 'Clear-Site-Data': '"cache"', 'Set-Cookie': gone });
  });
