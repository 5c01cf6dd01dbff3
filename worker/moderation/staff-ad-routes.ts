import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { NO_WORDS, STAFF_ACTS, STAFF_READS, STAFF_REFUSALS, SUBJECT } from '#worker/http/staff-exchange.ts';
import { freezeAd } from '#worker/moderation/freeze-ad.ts';
import { openCaseFiles } from '#worker/moderation/look-closer.ts';
import { restrictionInput, reversalInput } from '#worker/moderation/model/restriction-input.ts';
import { caseFileView, staffAd } from '#worker/moderation/model/staff-views.ts';
import { removeAd } from '#worker/moderation/remove-ad.ts';
import { restoreAd, unfreezeAd } from '#worker/moderation/reverse-ad.ts';
import { seeAd } from '#worker/moderation/see-ad-as-staff.ts';

const ad = createRoute({
  ...STAFF_READS,
  path: '/api/moderate/ads/{id}',
  summary: 'One ad, public or not',
  request: { params: SUBJECT },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...STAFF_REFUSALS },
});

const freeze = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/ads/{id}/freeze',
  summary: 'Freeze an ad in every channel, for 72 hours at most',
  request: { ...jsonBody(restrictionInput.extend({ noticeId: z.string().max(40).optional() })), params: SUBJECT },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...STAFF_REFUSALS },
});

const unfreeze = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/ads/{id}/unfreeze',
  summary: 'End the freeze of an ad',
  request: { ...jsonBody(reversalInput), params: SUBJECT },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...STAFF_REFUSALS },
});

const remove = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/ads/{id}/remove',
  summary: 'Remove an ad, with reasons',
  request: { ...jsonBody(restrictionInput), params: SUBJECT },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...STAFF_REFUSALS },
});

const restore = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/ads/{id}/restore',
  summary: 'Restore a removed ad',
  request: { ...jsonBody(reversalInput), params: SUBJECT },
  responses: { 200: jsonAnswer('The ad.', staffAd), ...STAFF_REFUSALS },
});

const copies = createRoute({
  ...STAFF_ACTS,
  path: '/api/moderate/ads/{id}/copies',
  summary: 'Open the sealed copies of an ad',
  description: 'For an objection; the look stands in the log.',
  request: { ...NO_WORDS, params: SUBJECT },
  responses: { 200: jsonAnswer('What the ad said.', caseFileView), ...STAFF_REFUSALS },
});

/** What staff do about one ad: validate, call, present. */
export const staffAdRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
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
  .openapi(copies, async (c) =>
    c.json(await openCaseFiles(c.var.container, { staff: memberIn(c), ...c.req.valid('param') }), 200, PRIVATE),
  );
