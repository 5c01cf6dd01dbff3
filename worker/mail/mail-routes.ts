import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '#worker/http/app-env.ts';
import { errorAnswer } from '#worker/http/error-answer.ts';
import { INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { ANYONE } from '#worker/http/who.ts';
import { NEWS_SWITCHES } from '#worker/mail/model/unsubscribe-token.ts';

const LARGEST = 8192;
const small = bodyLimit({
  maxSize: LARGEST,
  onError: () => errorAnswer({ code: 'too_large', message: `A body may have ${LARGEST} bytes at most here.` }),
});

/** Only described here: what it says is read once its signature was found right. */
const REPORT = {
  type: 'object' as const,
  required: ['id', 'type', 'email'],
  properties: {
    id: { type: 'string' as const, description: 'The provider’s number of this report: each counts once.' },
    type: { type: 'string' as const, enum: ['bounce', 'complaint'], description: '`bounce` is for good: a full mailbox is none.' },
    email: { type: 'string' as const },
  },
};

const reports = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/mail/reports',
  summary: 'Report that a mail came back, or was unwanted',
  description:
    'For the board’s own mail provider: signed by HMAC-SHA-256 over `timestamp.body` under MAIL_WEBHOOK_SECRET. A report that is sent again counts once. Without that secret the board has no such address.',
  middleware: [onlyParameters(), small] as const,
  request: {
    headers: z.object({
      'mail-timestamp': z.string().optional().meta({ description: 'Seconds since 1970.' }),
      'mail-signature': z.string().optional().meta({ description: 'Hexadecimal.' }),
    }),
    body: { required: true, content: { 'application/json': { schema: REPORT } } },
  },
  responses: {
    200: jsonAnswer('Taken in; `new` is false for one that was before.', z.object({ new: z.boolean() })),
    400: INVALID,
    401: UNAUTHENTICATED,
    404: NOT_FOUND,
    429: TOO_MANY,
  },
});

const query = z.object({ token: z.string().max(200).meta({ description: 'From the mail.' }) });
const stopped = z.object({ stopped: z.enum(NEWS_SWITCHES) });

const stop = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/mail/unsubscribe',
  summary: 'End one kind of mail with the link of one',
  description: 'What mail programs send for `List-Unsubscribe-Post`. Needs no session, looks at no cookie, and opens nothing else.',
  middleware: [onlyParameters('token'), small] as const,
  request: { query },
  responses: { 200: jsonAnswer('It ends.', stopped), 400: INVALID, 404: NOT_FOUND, 429: TOO_MANY },
});

const look = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/mail/unsubscribe',
  summary: 'For mail programs that can only open a link',
  description: 'Changes nothing: leads to the page with the button.',
  middleware: [onlyParameters('token')] as const,
  request: { query },
  responses: { 303: { description: 'To that page.' }, 400: INVALID, 429: TOO_MANY },
});

/** What comes to the board about its mails, without a session: validate, call, present. */
export const mailRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(reports, async (c) => {
    const signed = {
      timestamp: c.req.header('Mail-Timestamp') ?? '',
      signature: c.req.header('Mail-Signature') ?? '',
      body: await c.req.text(),
    };
    return c.json({ new: await c.var.container.takeMailReport(signed) }, 200, PRIVATE);
  })
  .openapi(stop, async (c) => c.json({ stopped: await c.var.container.unsubscribe(c.req.valid('query').token) }, 200, PRIVATE))
  .openapi(look, (c) => {
    const to = `${c.var.container.publicUrl}/unsubscribe?token=${encodeURIComponent(c.req.valid('query').token)}`;
    return c.body(null, 303, { ...PRIVATE, Location: to });
  });
