import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { personaRoutes } from '#worker/accounts/persona-routes.ts';
import { board } from '#worker/board/model/this-board.ts';
import { API_ROUTES } from '#worker/http/api-routes.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorise } from '#worker/http/authorise.ts';
import { errorAnswer, failureOf } from '#worker/http/error-answer.ts';
import { freshness } from '#worker/http/freshness.ts';
import { type Log, logFailure } from '#worker/http/log.ts';
import { noteGpc } from '#worker/http/note-gpc.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { EXEMPT_FROM_SAME_ORIGIN } from '#worker/http/same-origin.ts';
import { sendMails } from '#worker/http/send-mails.ts';
import { syncSearchAfter } from '#worker/http/sync-search.ts';
import { withActor } from '#worker/http/with-actor.ts';
import { withContainer } from '#worker/http/with-container.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { mailboxRoutes } from '#worker/mail/mailbox-routes.ts';

export interface AppOptions {
  readonly clock: Clock;
  readonly log: Log;
}

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: board.name,
    version: '1',
    description: 'Public job ads. Every answer holds only what is public at that moment; contact details are never part of it.',
  },
};

/** Answers about the one who asks. */
const OWN =
  /^\/api\/(consent|counters|session|sign-up|sign-in|sign-out|forgot|reset|links|prove|account|mail|dev|hire|moderate|admin|decisions|notices|relay)(\/|$)|^\/api\/jobs\/[^/]+\/(contact|leave|relay|report)$/;

/** Everything the board answers to programs. Does no I/O and reads no environment until a request comes. */
export function createApp({ clock, log }: AppOptions) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  // Public data without cookies: any page anywhere may read it. What is somebody's own is for the pages of this board alone.
  const publicly = [
    cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag', 'RateLimit-Policy', 'Retry-After'] }),
    etag(),
  ];
  for (const openly of publicly) app.use('/api/*', (c, next) => (OWN.test(c.req.path) ? next() : openly(c, next)));
  app.use(freshness());
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (_, methods) => refuseMethod(methods) }));
  app.use(withContainer(clock));
  app.use(sendMails(log));
  app.use(syncSearchAfter(log));
  app.use(withActor((path) => (OWN.test(path) || path.startsWith('/pictures/')) && !EXEMPT_FROM_SAME_ORIGIN.includes(path)));
  app.use(noteGpc());
  app.use(authorise(app));
  app.onError((error) => {
    const reference = newId();
    const failure = failureOf(error, reference);
    if (failure.reference !== undefined) logFailure(log, { reference, error });
    return errorAnswer(failure);
  });
  app.notFound(() => errorAnswer({ code: 'not_found', message: 'There is nothing at this address. The API is described at /api/docs.' }));
  app.doc31('/api/openapi.json', (c) => ({ ...DOCUMENT, servers: [{ url: c.var.container.publicUrl }] }));
  if (__DEMONSTRATION__) app.route('/', mailboxRoutes()).route('/', personaRoutes());
  for (const routes of API_ROUTES) app.route('/', routes);
  return app;
}

function refuseMethod(methods: readonly string[]): Response {
  const allow = methods.join(', ');
  return errorAnswer({ code: 'method_not_allowed', message: `Only ${allow} is possible here.` }, { Allow: allow });
}
