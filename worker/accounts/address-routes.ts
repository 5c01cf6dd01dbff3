import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { askAddressChange } from '#worker/accounts/ask-address-change.ts';
import { confirmAddress } from '#worker/accounts/confirm-address.ts';
import { doorCookieText, endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { openedChangeView } from '#worker/accounts/model/opened-change-view.ts';
import { seeAddressChange } from '#worker/accounts/see-address-change.ts';
import { undoAddressChange } from '#worker/accounts/undo-address-change.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { LINK_HOLDERS, MEMBERS } from '#worker/http/who.ts';

const LARGEST = 4096;
const nothing = jsonBody(z.strictObject({}));

const ask = createRoute({
  ...MEMBERS,
  method: 'post',
  path: '/api/account/address',
  summary: 'Ask for another address',
  description:
    'Asks for a proof of who one is that is at most 15 minutes old. Nothing changes until the mail to the new address was confirmed.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(z.strictObject({ email: z.string().max(1000) })),
  responses: {
    202: jsonAnswer('A mail is on its way to that address, whether it has an account or not.', z.object({ next: z.literal('mail') })),
    400: INVALID,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    429: TOO_MANY,
  },
});

const see = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/account/address/change',
  summary: 'What the link is about that this browser has opened',
  middleware: [onlyParameters()] as const,
  responses: {
    200: jsonAnswer('The addresses, masked.', openedChangeView),
    400: INVALID,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    404: NOT_FOUND,
    429: TOO_MANY,
  },
});

const confirm = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/account/address/confirm',
  summary: 'Take the new address',
  description: 'By the link that was opened in this browser. Ends every other session.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: nothing,
  responses: {
    200: jsonAnswer('The address is changed; the old one can undo it for some days.', z.object({ is: z.literal('changed') })),
    400: INVALID,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    404: NOT_FOUND,
    409: CONFLICT,
    429: TOO_MANY,
  },
});

const undo = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/account/address/undo',
  summary: 'Take the old address back',
  description: 'Address, password and factors are as before; what was added since is removed; every session ends.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: nothing,
  responses: {
    200: jsonAnswer('Everything is as before. Sign in anew.', z.object({ is: z.literal('undone') })),
    400: INVALID,
    401: UNAUTHENTICATED,
    403: FORBIDDEN,
    404: NOT_FOUND,
    409: CONFLICT,
    429: TOO_MANY,
  },
});

/** Changing one's address: validate, call, present. */
export const addressRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(ask, async (c) => {
    await askAddressChange(c.var.container, { actor: memberIn(c), visit: await visitOf(c), email: c.req.valid('json').email });
    return c.json({ next: 'mail' } as const, 202, PRIVATE);
  })
  .openapi(see, async (c) => c.json(await seeAddressChange(c.var.container, c.var.link), 200, PRIVATE))
  .openapi(confirm, async (c) => {
    const { container, actor, link } = c.var;
    const { cookie } = await confirmAddress(container, { actor, link, visit: await visitOf(c) });
    const { publicUrl } = container;
    const cookies = [endedCookie('link', publicUrl)];
    if (cookie !== null) cookies.push(doorCookieText({ publicUrl, name: 'session', ...cookie }));
    return c.json({ is: 'changed' } as const, 200, { ...PRIVATE, 'Set-Cookie': cookies });
  })
  .openapi(undo, async (c) => {
    const { container, link } = c.var;
    await undoAddressChange(container, link);
    const cookies = (['link', 'session', 'sign-in', 'known-browser'] as const).map((name) => endedCookie(name, container.publicUrl));
    return c.json({ is: 'undone' } as const, 200, { ...PRIVATE, 'Clear-Site-Data': '"cache"', 'Set-Cookie': cookies });
  });
