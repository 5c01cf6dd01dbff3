import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import { consentAct } from '#worker/consent/model/consent-act.ts';
import { consentOwnRecord, consentRecorded, consentSeen } from '#worker/consent/model/consent-view.ts';
import { consentCookieName, secretCookieName, secretCookieText } from '#worker/consent/model/cookie-names.ts';
import { ownRecord } from '#worker/consent/own-record.ts';
import { recordChoice } from '#worker/consent/record-choice.ts';
import { seeConsent } from '#worker/consent/see-consent.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientCountry } from '#worker/http/client-country.ts';
import { INVALID, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE } from '#worker/http/who.ts';
import { isSecret } from '#worker/kernel/secret.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { SECRET_LASTS } from '#worker/promises/model/consent-periods.ts';
import { after } from '#worker/promises/model/duration.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

const LARGEST_ACT = 8192;
const KEYS_LAST = sayDuration(ruleOf(RETENTION, 'consent-act-keys').keep, 'en');

const see = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/consent',
  summary: 'What this browser’s choice allows now',
  description: 'Reads the cookie and the header Sec-GPC of the request; no other site may ask.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The services that may run, and those that are open.', consentSeen), 400: INVALID, 429: TOO_MANY },
});

const record = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/consent',
  summary: 'Record a choice about cookies',
  description: `Only pages of this board may send it. The same key sent again within ${KEYS_LAST} is recorded once.`,
  middleware: [onlyParameters(), ...smallJson(LARGEST_ACT)] as const,
  request: jsonBody(consentAct),
  responses: { 200: jsonAnswer('Recorded.', consentRecorded), 400: INVALID, 429: TOO_MANY },
});

const own = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/consent/record',
  summary: 'What is kept about this browser’s choices',
  description: 'By the secret cookie that a yes brings; empty without one. The newest thousand.',
  middleware: [onlyParameters('download')] as const,
  request: {
    query: z.object({
      download: z
        .string()
        .optional()
        .openapi({ param: { description: 'Given, the answer is a file to keep.' } }),
    }),
  },
  responses: { 200: jsonAnswer('The records, the newest first, with what was shown.', consentOwnRecord), 400: INVALID, 429: TOO_MANY },
});

/** Cookie choices: validate, call, present. */
export const consentRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(see, async (c) => {
    const asked = { cookie: cookieOf(c), gpc: sendsGpc(c), signedIn: hasSession(c) };
    return c.json(await seeConsent(c.var.container, asked), 200, PRIVATE);
  })
  .openapi(record, async (c) => {
    const act = c.req.valid('json');
    const gpc = sendsGpc(c) || act.gpc === true;
    const made = { act, gpc, build: __BUILD__, country: clientCountry(c.req.raw), cookie: cookieOf(c), secret: secretOf(c) };
    const { answer, secret } = await recordChoice(c.var.container, made);
    if (secret !== null) c.header('Set-Cookie', secretCookie(c, secret));
    return c.json(answer, 200, PRIVATE);
  })
  .openapi(own, async (c) => {
    const name = `cookie-choices-${utcDay(c.var.container.now)}.json`;
    const asFile = { 'Content-Disposition': `attachment; filename="${name}"` };
    const isDownload = c.req.valid('query').download !== undefined;
    return c.json(await ownRecord(c.var.container, { secret: secretOf(c) }), 200, { ...PRIVATE, ...(isDownload ? asFile : {}) });
  });

/** Global Privacy Control says exactly `1`; everything else says nothing. */
function sendsGpc(c: Context<AppEnv>): boolean {
  return c.req.header('Sec-GPC') === '1';
}

function hasSession(c: Context<AppEnv>): boolean {
  return getCookie(c, doorCookieName('session', c.var.container.publicUrl)) !== undefined;
}

function cookieOf(c: Context<AppEnv>): string | null {
  return getCookie(c, consentCookieName(c.var.container.publicUrl)) ?? null;
}

/** Null for what this board cannot have given. */
function secretOf(c: Context<AppEnv>): string | null {
  const secret = getCookie(c, secretCookieName(c.var.container.publicUrl)) ?? '';
  return isSecret(secret) ? secret : null;
}

function secretCookie(c: Context<AppEnv>, value: string): string {
  const { now, publicUrl } = c.var.container;
  return secretCookieText({ publicUrl, value, maxAge: Math.round((after(now, SECRET_LASTS) - now) / 1000) });
}
