import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { addApp, offerApp } from '#worker/accounts/add-app.ts';
import { addPasskey, offerPasskey } from '#worker/accounts/add-passkey.ts';
import { makeCodes } from '#worker/accounts/make-codes.ts';
import { codeTyped, nothing, passkeyNamed, passkeyToAdd, removal } from '#worker/accounts/model/factor-input.ts';
import { appOffered, codesShown, factorsView, passkeyOffered, viewOfFactors } from '#worker/accounts/model/factors-view.ts';
import { LEAST_ALONE } from '#worker/accounts/model/password-rules.ts';
import { LARGEST_CREDENTIAL } from '#worker/accounts/model/webauthn.ts';
import { asksPassword, removeFactor } from '#worker/accounts/remove-factor.ts';
import { renamePasskey } from '#worker/accounts/rename-passkey.ts';
import { factorsOf } from '#worker/accounts/second-factor.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { challengeCookie } from '#worker/http/challenge-cookie.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { MEMBERS } from '#worker/http/who.ts';
import { PROOF_LASTS } from '#worker/promises/model/account-periods.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

const READ_REFUSALS = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };
const REFUSALS = { ...READ_REFUSALS, 409: CONFLICT };
const GRAVE = `Asks for proof again where it was last given more than ${sayDuration(PROOF_LASTS, 'en')} ago. All other sessions end.`;
const middleware: MiddlewareHandler[] = [onlyParameters(), ...smallJson(LARGEST_CREDENTIAL)];
const post = { ...MEMBERS, method: 'post', middleware } as const;
const own = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the list says it.' } }) });
const left = jsonAnswer('What stands now.', factorsView);

const list = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/factors',
  summary: 'What stands beside one’s password',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('App, recovery codes and passkeys.', factorsView), ...READ_REFUSALS },
});
const offer = createRoute({
  ...post,
  path: '/api/account/factors/app',
  summary: 'Begin to add an app that shows codes',
  description: 'The secret counts from its first code on; asked again by the same browser soon after, it is the same.',
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('What the app is given.', appOffered), ...REFUSALS },
});
const confirm = createRoute({
  ...post,
  path: '/api/account/factors/app/confirm',
  summary: 'Add the app by its first code',
  description: GRAVE,
  request: jsonBody(codeTyped),
  responses: { 200: jsonAnswer('Added; with the first factor come recovery codes, shown once.', codesShown), ...REFUSALS },
});
const removeApp = createRoute({
  ...post,
  path: '/api/account/factors/app/remove',
  summary: 'Remove the app',
  description: `${GRAVE} The last factor goes with the password alone, which then needs ${LEAST_ALONE} characters.`,
  request: jsonBody(removal),
  responses: { 200: left, ...REFUSALS, 404: NOT_FOUND },
});
const codes = createRoute({
  ...post,
  path: '/api/account/factors/codes',
  summary: 'Make ten new recovery codes',
  description: `${GRAVE} The old ones open nothing any more.`,
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('The codes, shown once.', codesShown), ...REFUSALS },
});
const offerKey = createRoute({
  ...post,
  path: '/api/account/passkeys/options',
  summary: 'Begin to add a passkey',
  request: jsonBody(nothing),
  responses: { 200: jsonAnswer('What navigator.credentials.create takes.', passkeyOffered), ...REFUSALS },
});
const addKey = createRoute({
  ...post,
  path: '/api/account/passkeys',
  summary: 'Add the passkey that the browser has made',
  description: GRAVE,
  request: jsonBody(passkeyToAdd),
  responses: { 200: jsonAnswer('Added; with the first factor come recovery codes, shown once.', codesShown), ...REFUSALS },
});
const rename = createRoute({
  ...post,
  path: '/api/account/passkeys/{id}/rename',
  summary: 'Give a passkey another name',
  request: { params: own, ...jsonBody(passkeyNamed) },
  responses: { 200: left, ...REFUSALS, 404: NOT_FOUND },
});
const removeKey = createRoute({
  ...post,
  path: '/api/account/passkeys/{id}/remove',
  summary: 'Remove a passkey',
  description: `${GRAVE} The last factor goes with the password alone, which then needs ${LEAST_ALONE} characters.`,
  request: { params: own, ...jsonBody(removal) },
  responses: { 200: left, ...REFUSALS, 404: NOT_FOUND },
});

/** What stands beside one's password: validate, call, present. */
export const factorRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await standing(c), 200, PRIVATE))
  .openapi(offer, async (c) => {
    const { cookie, ...offered } = await offerApp(c.var.container, { actor: memberIn(c), cookie: challengeCookie(c) });
    giveCookies(c, cookie === null ? [] : [cookie]);
    return c.json(offered, 200, PRIVATE);
  })
  .openapi(confirm, async (c) => {
    const changer = { actor: memberIn(c), visit: await visitOf(c), cookie: challengeCookie(c) };
    const added = await addApp(c.var.container, { ...changer, code: c.req.valid('json').code });
    giveCookies(c, added.cookies);
    return c.json({ codes: added.codes }, 200, PRIVATE);
  })
  .openapi(removeApp, async (c) => {
    const changer = { actor: memberIn(c), visit: await visitOf(c) };
    giveCookies(c, (await removeFactor(c.var.container, { ...changer, factor: { is: 'app' }, ...c.req.valid('json') })).cookies);
    return c.json(await standing(c), 200, PRIVATE);
  })
  .openapi(codes, async (c) => c.json(await makeCodes(c.var.container, { actor: memberIn(c), visit: await visitOf(c) }), 200, PRIVATE))
  .openapi(offerKey, async (c) => {
    const { cookie, options } = await offerPasskey(c.var.container, memberIn(c));
    giveCookies(c, cookie === null ? [] : [cookie]);
    return c.json({ options }, 200, PRIVATE);
  })
  .openapi(addKey, async (c) => {
    const changer = { actor: memberIn(c), visit: await visitOf(c), cookie: challengeCookie(c) };
    const added = await addPasskey(c.var.container, { ...changer, ...c.req.valid('json') });
    giveCookies(c, added.cookies);
    return c.json({ codes: added.codes }, 200, PRIVATE);
  })
  .openapi(rename, async (c) => {
    await renamePasskey(c.var.container, { actor: memberIn(c), id: c.req.valid('param').id, ...c.req.valid('json') });
    return c.json(await standing(c), 200, PRIVATE);
  })
  .openapi(removeKey, async (c) => {
    const changer = { actor: memberIn(c), visit: await visitOf(c) };
    const factor = { is: 'passkey', id: c.req.valid('param').id } as const;
    giveCookies(c, (await removeFactor(c.var.container, { ...changer, factor, ...c.req.valid('json') })).cookies);
    return c.json(await standing(c), 200, PRIVATE);
  });

async function standing(c: Context<AppEnv>) {
  const actor = memberIn(c);
  return viewOfFactors(await factorsOf(c.var.container, actor.accountId), asksPassword(actor));
}
