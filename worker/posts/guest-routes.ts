import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { doneView, mailNext } from '#worker/accounts/model/door-view.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { draftKeyIn } from '#worker/http/author-in.ts';
import { CONFLICT, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE, LINK_HOLDERS } from '#worker/http/who.ts';
import { askGuestAddress } from '#worker/posts/ask-guest-address.ts';
import { confirmGuestPost } from '#worker/posts/confirm-guest-post.ts';
import { exportGuestPost } from '#worker/posts/export-guest-post.ts';
import { guestAddressBody, guestConfirmBody } from '#worker/posts/model/guest-input.ts';
import { guestConfirmed, guestView } from '#worker/posts/model/guest-view.ts';
import { refuseGuestPost } from '#worker/posts/refuse-guest-post.ts';
import { seeGuestPost } from '#worker/posts/see-guest-post.ts';
import { sendLostLinks } from '#worker/posts/send-lost-links.ts';

const LARGEST = 4096;
const refusals = { 400: INVALID, 429: TOO_MANY };
const byLink = { ...refusals, 401: UNAUTHENTICATED, 404: NOT_FOUND };

const addressRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/guest/address',
  summary: 'Give the address for the draft that this browser has begun without an account',
  description: 'The answer is the same for every address; a mail to it has a link that confirms it.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(guestAddressBody),
  responses: { 202: jsonAnswer('A mail is on its way.', mailNext), ...refusals, 404: NOT_FOUND, 409: CONFLICT },
});

const seeRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/hire/guest',
  summary: 'What the link of a post without an account is about that is open in this browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('A post to confirm, or one to look after.', guestView), ...byLink },
});

const confirmRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/hire/guest/confirm',
  summary: 'Confirm the address of a post by the link that is open in this browser',
  description: 'The post goes on to be looked at as it was read, and another mail brings the link that opens it from then on.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(guestConfirmBody),
  responses: { 200: jsonAnswer('Confirmed.', guestConfirmed), ...byLink, 409: CONFLICT },
});

const refuseRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/hire/guest/refuse',
  summary: 'Say that one wrote no such post',
  description: 'The draft and the address go at once.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Gone.', doneView), ...byLink },
});

const lostRoute = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/hire/guest/lost',
  summary: 'Ask for new links to the posts of an address',
  description: 'The answer is the same for every address. The older links open nothing any more.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(guestAddressBody),
  responses: { 202: jsonAnswer('If the address has posts, a mail is on its way.', mailNext), ...refusals },
});

const exportRoute = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/hire/guest/copy',
  summary: 'A copy of everything that is kept about a post without an account, and its guest',
  middleware: [onlyParameters()] as const,
  responses: {
    200: { description: 'A ZIP.', content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } } },
    ...byLink,
  },
});

const DONE = { is: 'done' } as const;
const MAIL = { next: 'mail' } as const;

/** Posts without an account: validate, call, present. */
export const guestRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(addressRoute, async (c) => {
    const { network } = await visitOf(c);
    await askGuestAddress(c.var.container, { ...c.req.valid('json'), draftKey: await draftKeyIn(c), network });
    return c.json(MAIL, 202, PRIVATE);
  })
  .openapi(seeRoute, async (c) => c.json(await seeGuestPost(c.var.container, { link: c.var.link }), 200, PRIVATE))
  .openapi(confirmRoute, async (c) => {
    const { view, cookies } = await confirmGuestPost(c.var.container, { link: c.var.link, version: c.req.valid('json').version });
    giveCookies(c, cookies);
    return c.json(view, 200, PRIVATE);
  })
  .openapi(refuseRoute, async (c) => {
    giveCookies(c, await refuseGuestPost(c.var.container, { link: c.var.link }));
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(lostRoute, async (c) => {
    const { network } = await visitOf(c);
    await sendLostLinks(c.var.container, { ...c.req.valid('json'), network });
    return c.json(MAIL, 202, PRIVATE);
  })
  .openapi(exportRoute, async (c) => {
    const { bytes, fileName } = await exportGuestPost(c.var.container, { link: c.var.link });
    const asFile = { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${fileName}"` };
    return c.body(bytes, 200, { ...PRIVATE, ...asFile });
  });
