import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { addressRoutes } from '#worker/accounts/address-routes.ts';
import { doorRoutes } from '#worker/accounts/door-routes.ts';
import { factorRoutes } from '#worker/accounts/factor-routes.ts';
import { linkRoutes } from '#worker/accounts/link-routes.ts';
import { passwordRoutes } from '#worker/accounts/password-routes.ts';
import { personaRoutes } from '#worker/accounts/persona-routes.ts';
import { proveRoutes } from '#worker/accounts/prove-routes.ts';
import { secondStepRoutes } from '#worker/accounts/second-step-routes.ts';
import { sessionRoutes } from '#worker/accounts/session-routes.ts';
import { settingsRoutes } from '#worker/accounts/settings-routes.ts';
import { wellKnownRoutes } from '#worker/accounts/well-known-routes.ts';
import { board } from '#worker/board/model/this-board.ts';
import { consentRoutes } from '#worker/consent/routes.ts';
import { employerRoutes } from '#worker/employers/routes.ts';
import { crawlerRoutes } from '#worker/feeds/routes.ts';
import { healthRoutes } from '#worker/health/routes.ts';
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
import { insightRoutes } from '#worker/insights/routes.ts';
import { feedRoutes } from '#worker/jobs/feed-routes.ts';
import { jobRoutes } from '#worker/jobs/routes.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { mailRoutes } from '#worker/mail/mail-routes.ts';
import { mailboxRoutes } from '#worker/mail/mailbox-routes.ts';
import { decisionRoutes } from '#worker/moderation/decision-routes.ts';
import { noticeRoutes } from '#worker/moderation/notice-routes.ts';
import { queueRoutes } from '#worker/moderation/queue-routes.ts';
import { moderationActRoutes } from '#worker/moderation/staff-routes.ts';
import { pictureRoutes } from '#worker/pictures/routes.ts';
import { claimRoutes } from '#worker/posts/claim-routes.ts';
import { guestRoutes } from '#worker/posts/guest-routes.ts';
import { postActRoutes } from '#worker/posts/post-act-routes.ts';
import { postRoutes } from '#worker/posts/post-routes.ts';
import { copyRoutes } from '#worker/privacy/copy-routes.ts';
import { deletionRoutes } from '#worker/privacy/deletion-routes.ts';
import { rightsRoutes } from '#worker/privacy/rights-routes.ts';
import { promiseRoutes } from '#worker/promises/routes.ts';
import { contactRoutes } from '#worker/relay/contact-routes.ts';
import { relayRoutes } from '#worker/relay/relay-routes.ts';
import { staffRoutes } from '#worker/staff/routes.ts';

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
  app.use(withActor((path) => OWN.test(path) && !EXEMPT_FROM_SAME_ORIGIN.includes(path)));
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
  return app
    .route('/', jobRoutes)
    .route('/', contactRoutes)
    .route('/', relayRoutes)
    .route('/', employerRoutes)
    .route('/', feedRoutes)
    .route('/', pictureRoutes)
    .route('/', crawlerRoutes)
    .route('/', wellKnownRoutes)
    .route('/', sessionRoutes)
    .route('/', settingsRoutes)
    .route('/', addressRoutes)
    .route('/', proveRoutes)
    .route('/', factorRoutes)
    .route('/', secondStepRoutes)
    .route('/', doorRoutes)
    .route('/', linkRoutes)
    .route('/', passwordRoutes)
    .route('/', copyRoutes)
    .route('/', deletionRoutes)
    .route('/', rightsRoutes)
    .route('/', postRoutes)
    .route('/', postActRoutes)
    .route('/', guestRoutes)
    .route('/', claimRoutes)
    .route('/', noticeRoutes)
    .route('/', decisionRoutes)
    .route('/', moderationActRoutes)
    .route('/', promiseRoutes)
    .route('/', healthRoutes)
    .route('/', consentRoutes)
    .route('/', queueRoutes)
    .route('/', mailRoutes)
    .route('/', staffRoutes)
    .route('/', insightRoutes);
}

function refuseMethod(methods: readonly string[]): Response {
  const allow = methods.join(', ');
  return errorAnswer({ code: 'method_not_allowed', message: `Only ${allow} is possible here.` }, { Allow: allow });
}
