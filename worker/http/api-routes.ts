import type { Hono } from 'hono';
import { addressRoutes } from '#worker/accounts/address-routes.ts';
import { doorRoutes } from '#worker/accounts/door-routes.ts';
import { factorRoutes } from '#worker/accounts/factor-routes.ts';
import { linkRoutes } from '#worker/accounts/link-routes.ts';
import { passwordRoutes } from '#worker/accounts/password-routes.ts';
import { proveRoutes } from '#worker/accounts/prove-routes.ts';
import { secondStepRoutes } from '#worker/accounts/second-step-routes.ts';
import { sessionRoutes } from '#worker/accounts/session-routes.ts';
import { settingsRoutes } from '#worker/accounts/settings-routes.ts';
import { wellKnownRoutes } from '#worker/accounts/well-known-routes.ts';
import { consentRoutes } from '#worker/consent/routes.ts';
import { employerRoutes } from '#worker/employers/routes.ts';
import { crawlerRoutes } from '#worker/feeds/routes.ts';
import { healthRoutes } from '#worker/health/routes.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { insightRoutes } from '#worker/insights/routes.ts';
import { feedRoutes } from '#worker/jobs/feed-routes.ts';
import { jobRoutes } from '#worker/jobs/routes.ts';
import { mailRoutes } from '#worker/mail/mail-routes.ts';
import { decisionRoutes } from '#worker/moderation/decision-routes.ts';
import { noticeRoutes } from '#worker/moderation/notice-routes.ts';
import { queueRoutes } from '#worker/moderation/queue-routes.ts';
import { staffAdRoutes } from '#worker/moderation/staff-ad-routes.ts';
import { staffReportRoutes } from '#worker/moderation/staff-report-routes.ts';
import { statementRoutes } from '#worker/moderation/statement-routes.ts';
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

/** What the API is put together from, each feature's own. */
export const API_ROUTES: readonly Hono<AppEnv>[] = [
  jobRoutes,
  contactRoutes,
  relayRoutes,
  employerRoutes,
  feedRoutes,
  pictureRoutes,
  crawlerRoutes,
  wellKnownRoutes,
  sessionRoutes,
  settingsRoutes,
  addressRoutes,
  proveRoutes,
  factorRoutes,
  secondStepRoutes,
  doorRoutes,
  linkRoutes,
  passwordRoutes,
  copyRoutes,
  deletionRoutes,
  rightsRoutes,
  postRoutes,
  postActRoutes,
  guestRoutes,
  claimRoutes,
  noticeRoutes,
  decisionRoutes,
  staffAdRoutes,
  staffReportRoutes,
  statementRoutes,
  promiseRoutes,
  healthRoutes,
  consentRoutes,
  queueRoutes,
  mailRoutes,
  staffRoutes,
  insightRoutes,
];
