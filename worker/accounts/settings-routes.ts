import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { chooseMails, seeMailChoices } from '#worker/accounts/choose-mails.ts';
import { accountView } from '#worker/accounts/model/account-view.ts';
import { mailChoicesInput, mailChoicesView } from '#worker/accounts/model/mail-switches.ts';
import { profileInput } from '#worker/accounts/model/profile-input.ts';
import { saveProfile } from '#worker/accounts/save-profile.ts';
import { type OwnSettings, seeAccount } from '#worker/accounts/see-account.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { FORBIDDEN, INVALID, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { MEMBERS } from '#worker/http/who.ts';

const LARGEST = 8192;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };

const see = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account',
  summary: 'How one’s account stands',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('What the person has said, and nothing else.', accountView), ...refusals },
});

const profile = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/profile',
  summary: 'Say one’s name, language and region',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(profileInput),
  responses: { 200: jsonAnswer('The account as it stands now.', accountView), ...refusals },
});

const seeMail = createRoute({
  ...MEMBERS,
  method: 'get',
  path: '/api/account/mail',
  summary: 'Which mails one wants',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Each kind that needs a yes; all are off at first.', mailChoicesView), ...refusals },
});

const chooseMail = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/mail',
  summary: 'Choose which mails one wants',
  description: 'Kinds that are left out stay as they are.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(mailChoicesInput),
  responses: { 200: jsonAnswer('The choices as they stand now.', mailChoicesView), ...refusals },
});

/** One's profile and mails: validate, call, present. */
export const settingsRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(see, async (c) => c.json(await seeAccount(c.var.container, own(c)), 200, PRIVATE))
  .openapi(profile, async (c) => {
    await saveProfile(c.var.container, { actor: memberIn(c), input: c.req.valid('json') });
    return c.json(await seeAccount(c.var.container, own(c)), 200, PRIVATE);
  })
  .openapi(seeMail, async (c) => c.json(await seeMailChoices(c.var.container, own(c)), 200, PRIVATE))
  .openapi(chooseMail, async (c) => {
    const chosen = { ...own(c), input: c.req.valid('json') };
    return c.json(await chooseMails(c.var.container, chosen), 200, PRIVATE);
  });

function own(c: Context<AppEnv>): OwnSettings {
  return { actor: memberIn(c), email: c.var.account?.email ?? '' };
}
