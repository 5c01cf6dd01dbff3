import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { STAFF } from '#worker/kernel/actor.ts';
import { decideAppeal } from '#worker/moderation/decide-appeal.ts';
import { decideNotice } from '#worker/moderation/decide-notice.ts';
import { exportStatements, seeStatements } from '#worker/moderation/export-statements.ts';
import { freezeAd } from '#worker/moderation/freeze-ad.ts';
import { draftDanger, openCaseFiles, seeNotifier } from '#worker/moderation/look-closer.ts';
import { appealDecision, noticeDecision, restrictionInput, reversalInput } from '#worker/moderation/model/restriction-input.ts';
import {
  caseFileView,
  dangerDraft,
  euExport,
  notifierView,
  staffAd,
  staffAppeal,
  staffNotice,
  statementLines,
} from '#worker/moderation/model/staff-views.ts';
import { removeAd } from '#worker/moderation/remove-ad.ts';
import { restoreAd, unfreezeAd } from '#worker/moderation/reverse-ad.ts';
import { seeAd, seeAppealAsStaff, seeNoticeAsStaff } from '#worker/moderation/see-for-staff.ts';

const LARGEST = 32_768;
const params = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the queue says it.' } }) });
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const read = { ...who(...STAFF), method: 'get' as const, middleware: [onlyParameters()] };
const act = { ...who(...STAFF), method: 'post' as const, middleware: [onlyParameters(), ...smallJson(LARGEST)] };
const nothing = jsonBody(z.strictObject({}));
const day = z.iso.date({ error: 'moderation.day' });

const ad = createRoute({
  ...read,
  path: '/api/moderate/ads/{id}',
  summary: 'One ad, public or not',
  request: { params },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...refusals },
});

const freeze = createRoute({
  ...act,
  path: '/api/moderate/ads/{id}/freeze',
  summary: 'Freeze an ad in every channel, for 72 hours at most',
  request: { ...jsonBody(restrictionInput.extend({ noticeId: z.string().max(40).optional() })), params },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...refusals },
});

const unfreeze = createRoute({
  ...act,
  path: '/api/moderate/ads/{id}/unfreeze',
  summary: 'End the freeze of an ad',
  request: { ...jsonBody(reversalInput), params },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...refusals },
});

const remove = createRoute({
  ...act,
  path: '/api/moderate/ads/{id}/remove',
  summary: 'Remove an ad, with reasons',
  request: { ...jsonBody(restrictionInput), params },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...refusals },
});

const restore = createRoute({
  ...act,
  path: '/api/moderate/ads/{id}/restore',
  summary: 'Restore a removed ad',
  request: { ...jsonBody(reversalInput), params },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...refusals },
});

const copies = createRoute({
  ...act,
  path: '/api/moderate/ads/{id}/copies',
  summary: 'Open the sealed copies of an ad',
  description: 'For an objection; the look stands in the log.',
  request: { ...nothing, params },
  responses: { 200: jsonAnswer('What the ad said.', caseFileView), ...refusals },
});

const notice = createRoute({
  ...read,
  path: '/api/moderate/notices/{id}',
  summary: 'A report, without who sent it',
  request: { params },
  responses: { 200: jsonAnswer('The report.', staffNotice), ...refusals },
});

const notifier = createRoute({
  ...act,
  path: '/api/moderate/notices/{id}/notifier',
  summary: 'Who sent a report',
  description: 'The look stands in the log.',
  request: { ...nothing, params },
  responses: { 200: jsonAnswer('Name and address.', notifierView), ...refusals },
});

const danger = createRoute({
  ...act,
  path: '/api/moderate/notices/{id}/danger',
  summary: 'Draft the report to the authorities',
  request: { ...nothing, params },
  responses: { 200: jsonAnswer('The draft, for a person to check and send.', dangerDraft), ...refusals },
});

const decide = createRoute({
  ...act,
  path: '/api/moderate/notices/{id}/decide',
  summary: 'Decide on a report',
  request: { ...jsonBody(noticeDecision), params },
  responses: { 200: jsonAnswer('The report.', staffNotice), ...refusals },
});

const appeal = createRoute({
  ...read,
  path: '/api/moderate/appeals/{id}',
  summary: 'An objection',
  request: { params },
  responses: { 200: jsonAnswer('The objection.', staffAppeal), ...refusals },
});

const answer = createRoute({
  ...act,
  path: '/api/moderate/appeals/{id}/decide',
  summary: 'Decide on an objection',
  description: 'By somebody else than decided first, where there is somebody else.',
  request: { ...jsonBody(appealDecision), params },
  responses: { 200: jsonAnswer('The objection.', staffAppeal), ...refusals },
});

const statements = createRoute({
  ...read,
  path: '/api/moderate/statements',
  summary: 'The newest decisions that restrict',
  responses: { 200: jsonAnswer('The newest first.', statementLines), ...refusals },
});

const exported = createRoute({
  ...act,
  path: '/api/moderate/statements/export',
  summary: 'Statements of reasons in the vocabulary of the EU’s database',
  request: jsonBody(z.strictObject({ from: day, until: day })),
  responses: { 200: jsonAnswer('Field by field; what holds somebody’s data is refused.', euExport), ...refusals },
});

/** What staff do about ads, reports and objections: validate, call, present. */
export const moderationActRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(ad, async (c) => c.json(await seeAd(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
  .openapi(freeze, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await freezeAd(c.var.container, { staff: looking.staff, jobId: looking.id, ...c.req.valid('json') });
    return c.json(await seeAd(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(unfreeze, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await unfreezeAd(c.var.container, { staff: looking.staff, jobId: looking.id, ...c.req.valid('json') });
    return c.json(await seeAd(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(remove, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await removeAd(c.var.container, { staff: looking.staff, jobId: looking.id, ...c.req.valid('json') });
    return c.json(await seeAd(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(restore, async (c) => {
    const looking = { staff: memberIn(c), ...c.req.valid('param') };
    await restoreAd(c.var.container, { staff: looking.staff, jobId: looking.id, ...c.req.valid('json') });
    return c.json(await seeAd(c.var.container, looking), 200, PRIVATE);
  })
  .openapi(copies, async (c) => c.json(await openCaseFiles(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE))
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
  })
  .openapi(statements, async (c) => c.json(await seeStatements(c.var.container), 200, PRIVATE))
  .openapi(exported, async (c) =>
    c.json(await exportStatements(c.var.container, { staff: memberIn(c), ...c.req.valid('json') }), 200, PRIVATE),
  );
