import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { ANYONE, LINK_HOLDERS } from '#worker/http/who.ts';
import { eraseNotice } from '#worker/moderation/erase-notice.ts';
import { appealInput } from '#worker/moderation/model/appeal-input.ts';
import { noticeInput } from '#worker/moderation/model/notice-input.ts';
import { noticeView } from '#worker/moderation/model/notice-view.ts';
import { objectToOutcome } from '#worker/moderation/object-to-decision.ts';
import { seeNotice } from '#worker/moderation/see-notice.ts';
import { sendNotice } from '#worker/moderation/send-notice.ts';

const LARGEST = 32_768;
const refusals = { 400: INVALID, 404: NOT_FOUND, 429: TOO_MANY };
const done = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;

const report = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/jobs/{id}/report',
  summary: 'Report that an ad is unlawful',
  description:
    'Needs no account. It goes first in the queue and restricts nothing by itself; a receipt and the decision come by mail. Grounds for which the law asks no name take none.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: {
    ...jsonBody(noticeInput),
    params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'The id that a search answers.' } }) }),
  },
  responses: { 200: jsonAnswer('It is in the queue.', z.object({ id: z.string() })), ...refusals },
});

const receipt = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/notices/receipt',
  summary: 'The report that the open link is about',
  description: 'Everything that is kept of it.',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The report.', noticeView), ...refusals },
});

const object = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/notices/receipt/object',
  summary: 'Object to what became of one’s report',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(appealInput),
  responses: { 200: jsonAnswer('Somebody else looks at it.', done), 403: FORBIDDEN, 409: CONFLICT, ...refusals },
});

const erase = createRoute({
  ...LINK_HOLDERS,
  method: 'post',
  path: '/api/notices/receipt/erase',
  summary: 'Take one’s name, address and words out of a report',
  description: 'The ad is looked at all the same. Its link opens nothing after that, and no answer comes.',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  request: jsonBody(z.strictObject({})),
  responses: { 200: jsonAnswer('Nothing of you is in it any more.', done), ...refusals },
});

/** Reports of ads, by whoever sends them: validate, call, present. */
export const noticeRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(report, async (c) => {
    const { container, actor, account } = c.var;
    const language = account?.language ?? container.language;
    const { network } = await visitOf(c);
    const sending = {
      jobId: c.req.valid('param').id,
      input: c.req.valid('json'),
      actor,
      language,
      ownEmail: account?.email ?? null,
      network,
      from: clientNetwork(c.req.raw),
    };
    return c.json(await sendNotice(container, sending), 200, PRIVATE);
  })
  .openapi(receipt, async (c) => c.json(await seeNotice(c.var.container, { link: c.var.link }), 200, PRIVATE))
  .openapi(object, async (c) => {
    await objectToOutcome(c.var.container, { link: c.var.link, ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(erase, async (c) => {
    await eraseNotice(c.var.container, { link: c.var.link });
    return c.json(DONE, 200, PRIVATE);
  });
