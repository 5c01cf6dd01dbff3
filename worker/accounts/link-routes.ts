import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { openLinkBody } from '#worker/accounts/model/door-input.ts';
import { linkOpened, linkView } from '#worker/accounts/model/door-view.ts';
import { openLink } from '#worker/accounts/open-link.ts';
import { viewLink } from '#worker/accounts/view-link.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE } from '#worker/http/who.ts';

const LARGEST = 2048;
const refusals = { 400: INVALID, 404: NOT_FOUND, 429: TOO_MANY };

const openRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/links/open',
  summary: 'Open the link of a mail in this browser',
  description: 'Uses nothing up: what the link is for does.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(openLinkBody),
  responses: { 200: jsonAnswer('Open, for half an hour at most.', linkOpened), ...refusals },
});

const openedRoute = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/links/opened',
  summary: 'What the link that is open in this browser is about',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('An open link.', linkView), ...refusals },
});

/** Links from mails: validate, call, present. */
export const linkRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(openRoute, async (c) => {
    const { kind, cookie } = await openLink(c.var.container, c.req.valid('json'));
    giveCookies(c, [cookie]);
    return c.json({ kind }, 200, PRIVATE);
  })
  .openapi(openedRoute, async (c) => c.json(await viewLink(c.var.container, { link: c.var.link }), 200, PRIVATE));
