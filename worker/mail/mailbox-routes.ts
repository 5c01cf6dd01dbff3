import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { ANYONE } from '#worker/http/who.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type MailboxMail, mailboxMailView, mailboxView } from '#worker/mail/model/mailbox-view.ts';

const NEWEST = 100;
/** A mail brings its own styles and nothing else; its links lead out of the frame that shows it. */
const IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

type StoredMail = Awaited<ReturnType<AppEnv['Variables']['container']['mails']['newest']>>[number];

/** The mails of a demonstration board, for everybody at this machine: made only in a bundle for one. */
export function mailboxRoutes() {
  const params = z.object({ id: z.string().regex(/^[a-z2-7]{20}$/) });
  const list = createRoute({
    ...ANYONE,
    method: 'get',
    path: '/api/dev/mailbox',
    summary: 'The mails that this demonstration has written',
    description: 'The newest first. No other board has this address.',
    middleware: [onlyParameters()] as const,
    responses: { 200: jsonAnswer('The mails.', mailboxView), 400: INVALID, 429: TOO_MANY },
  });
  const one = createRoute({
    ...ANYONE,
    method: 'get',
    path: '/api/dev/mailbox/{id}',
    summary: 'One of these mails as its recipient sees it',
    request: { params },
    middleware: [onlyParameters()] as const,
    responses: { 200: jsonAnswer('The mail.', mailboxMailView), 404: NOT_FOUND, 400: INVALID, 429: TOO_MANY },
  });
  const html = createRoute({
    ...ANYONE,
    method: 'get',
    path: '/api/dev/mailbox/{id}/html',
    summary: 'Its HTML, for a frame',
    request: { params },
    middleware: [onlyParameters()] as const,
    responses: {
      200: { description: 'The mail.', content: { 'text/html': { schema: z.string() } } },
      404: NOT_FOUND,
      400: INVALID,
      429: TOO_MANY,
    },
  });
  return new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
    .openapi(list, async (c) => {
      const mails = await c.var.container.mails.newest(NEWEST);
      const shown = await Promise.all(mails.map((mail: StoredMail) => shownMail(c, mail)));
      return c.json({ mails: shown.map(({ text: _, ...listed }) => listed) }, 200, PRIVATE);
    })
    .openapi(one, async (c) => c.json(await shownMail(c, await found(c, c.req.valid('param').id)), 200, PRIVATE))
    .openapi(html, async (c) => {
      const opened = await c.var.container.openMail(await found(c, c.req.valid('param').id));
      if (opened === null) throw nothing();
      return c.html(opened.html.replace('<head>', '<head>\n<base target="_top">'), 200, {
        ...PRIVATE,
        'Content-Security-Policy': IN_A_FRAME,
      });
    });
}

async function found(c: Context<AppEnv>, id: string): Promise<StoredMail> {
  const mail = await c.var.container.mails.byId(id);
  if (mail === null) throw nothing();
  return mail;
}

async function shownMail(c: Context<AppEnv>, mail: StoredMail): Promise<MailboxMail> {
  const opened = await c.var.container.openMail(mail);
  const { id, kind, state, masked, createdAt, trouble } = mail;
  const common = { id, kind, state, trouble, writtenAt: isoTime(createdAt) };
  if (opened === null) return { ...common, to: masked, subject: null, text: null };
  return { ...common, to: opened.to, subject: opened.subject, text: opened.text };
}

function nothing(): DomainError {
  return new DomainError('not_found', 'There is no such mail, or what it said is wiped.');
}
