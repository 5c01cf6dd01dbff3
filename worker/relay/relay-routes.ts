import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { ANYONE, LINK_HOLDERS } from '#worker/http/who.ts';
import { confirmMessage, seeMessage, withdrawMessage } from '#worker/relay/confirm-message.ts';
import { takenIn } from '#worker/relay/model/contact-view.ts';
import { relayBody } from '#worker/relay/model/relay-input.ts';
import { relayTaken, relayView } from '#worker/relay/model/relay-view.ts';
import { writeMessage } from '#worker/relay/write-message.ts';

const LARGEST = 32_768;

const write = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/jobs/{id}/relay',
  summary: 'Write a message to the contact of an ad',
  description: 'It goes out by mail once its sender has confirmed the address; whoever is signed in has done so before.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: {
    params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'The id of the ad.' } }) }),
    ...jsonBody(relayBody),
  },
  responses: { 202: jsonAnswer('Taken in.', relayTaken), 400: INVALID, 403: FORBIDDEN, 404: NOT_FOUND, 429: TOO_MANY },
});

const refusals = { 400: INVALID, 404: NOT_FOUND, 429: TOO_MANY };

const see = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/relay',
  summary: 'The message that the link is about that is open in this browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('It is not sent yet.', relayView), ...refusals },
});

const confirm = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/relay/confirm',
  summary: 'Send that message',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('On its way.', takenIn), ...refusals },
});

const withdraw = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/relay/withdraw',
  summary: 'Delete that message',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Deleted, and nothing was sent.', takenIn), ...refusals },
});

/** Messages to the contacts of ads: validate, call, present. */
export const relayRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(write, async (c) => {
    const { container, actor, account } = c.var;
    requireUnfrozen(actor);
    const { id: jobId } = c.req.valid('param');
    return c.json(
      await writeMessage(container, { jobId, wish: c.req.valid('json'), network: clientNetwork(c.req.raw), account }),
      202,
      PRIVATE,
    );
  })
  .openapi(see, async (c) => c.json(await seeMessage(c.var.container, { link: c.var.link }), 200, PRIVATE))
  .openapi(confirm, async (c) => {
    const { container, link } = c.var;
    await confirmMessage(container, { link });
    giveCookies(c, [endedCookie('link', container.publicUrl)]);
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  })
  .openapi(withdraw, async (c) => {
    const { container, link } = c.var;
    await withdrawMessage(container, { link });
    giveCookies(c, [endedCookie('link', container.publicUrl)]);
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  });
