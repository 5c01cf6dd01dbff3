import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { NO_WORDS, STAFF_ACTS, STAFF_READS, STAFF_REFUSALS, SUBJECT } from '#worker/http/staff-exchange.ts';
import { decideAppeal } from '#worker/moderation/decide-appeal.ts';
import { decideNotice } from '#worker/moderation/decide-notice.ts';
import { draftDanger, seeNotifier } from '#worker/moderation/look-closer.ts';
import { appealDecision, noticeDecision } from '#worker/moderation/model/restriction-input.ts';
import { dangerDraft, notifierView, staffAppeal, staffNotice } from '#worker/moderation/model/staff-views.ts';
import { seeAppealAsStaff } from '#worker/moderation/see-appeal-as-staff.ts';
import { seeNoticeAsStaff } from '#worker/moderation/see-notice-as-staff.ts';

const notice = createRoute({
  ...STAFF_READS,
  path: '/api/moderate/notices/{id}',
  summary: 'A report, without who sent it',
  request: { params: SUBJECT },
  responses: { 200: jsonAnswer('The report.', staffNotice), ...STAFF_REFUSALS },
});

const notifier = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/notices/{id}/notifier',
  summary: 'Who sent a report',
  description: 'The look stands in the log.',
  request: { ...NO_WORDS, params: SUBJECT },
  responses: { 200: jsonAnswer('Name and address.', notifierView), ...STAFF_REFUSALS },
});

const danger = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/notices/{id}/danger',
  summary: 'Draft the report to the authorities',
  request: { ...NO_WORDS, params: SUBJECT },
  responses: { 200: jsonAnswer('The draft, for a person to check and send.', dangerDraft), ...STAFF_REFUSALS },
});

const decide = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/notices/{id}/decide',
  summary: 'Decide on a report',
  request: { ...jsonBody(noticeDecision), params: SUBJECT },
  responses: { 200: jsonAnswer('The report.', staffNotice), ...STAFF_REFUSALS },
});

const appeal = createRoute({
  ...STAFF_READS,
  path: '/api/moderate/appeals/{id}',
  summary: 'An objection',
  request: { params: SUBJECT },
  responses: { 200: jsonAnswer('The objection.', staffAppeal), ...STAFF_REFUSALS },
});

const answer = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/appeals/{id}/decide',
  summary: 'Decide on an objection',
  description: 'By somebody else than decided first, where there is somebody else.',
  request: { ...jsonBody(appealDecision), params: SUBJECT },
  responses: { 200: jsonAnswer('The objection.', staffAppeal), ...STAFF_REFUSALS },
});

/** What staff do about reports and objections: validate, call, present. */
export const staffReportRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(notice, async (c) =>
    c.json(await seeNoticeAsStaff(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE),
  )
  .openapi(notifier, async (c) => c.json(await seeNotifier(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
  .openapi(danger, async (c) => c.json(await draftDanger(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
  .openapi(decide, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await decideNotice(c.var.container, { ...looking, decision: c.req.valid('json') });
    return c.json(await seeNoticeAsStaff(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(appeal, async (c) =>
    c.json(await seeAppealAsStaff(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE),
  )
  .openapi(answer, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await decideAppeal(c.var.container, { ...looking, decision: c.req.valid('json') });
    return c.json(await seeAppealAsStaff(c.var.container, looking), 200, PRIVATE);
  });
