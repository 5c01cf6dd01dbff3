import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { approveCase } from '#worker/moderation/approve-case.ts';
import { askAuthor } from '#worker/moderation/ask-author.ts';
import { editCase } from '#worker/moderation/edit-case.ts';
import { listQueue } from '#worker/moderation/list-queue.ts';
import { caseView } from '#worker/moderation/model/case-view.ts';
import { approveInput, askInput, editInput, rejectInput } from '#worker/moderation/model/decision-input.ts';
import { queueInput } from '#worker/moderation/model/queue-input.ts';
import { queueView } from '#worker/moderation/model/queue-view.ts';
import { rejectCase } from '#worker/moderation/reject-case.ts';
import { seeCase } from '#worker/moderation/see-case.ts';

const MODERATORS = who('moderator', 'administrator');
/** A text of the longest kind, in letters of four bytes, as JSON. */
const LARGEST = 131_072;

const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 429: TOO_MANY };
const params = z.object({ id: z.string().regex(/^[a-z2-7]{20}$/, 'moderation.case-id') });

const queue = createRoute({
  ...MODERATORS,
  method: 'get',
  path: '/api/moderate/queue',
  summary: 'What waits for a moderator',
  description: 'Notices first, then objections, then the oldest; 25 at a time. Titles and flags only.',
  middleware: [onlyParameters('kind', 'after')] as const,
  request: { query: queueInput },
  responses: { 200: jsonAnswer('A page of the queue, and how many wait of each kind.', queueView), ...refusals },
});

const one = createRoute({
  ...MODERATORS,
  method: 'get',
  path: '/api/moderate/cases/{id}',
  summary: 'One case with all that a decision needs',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: {
    200: jsonAnswer('The words, what changed, what was found, and what became of the author’s other posts.', caseView),
    404: NOT_FOUND,
    ...refusals,
  },
});

const decided = jsonAnswer('It is decided; its author is told.', z.object({ is: z.literal('decided') }));

/** All decisions answer alike: `conflict` where somebody was quicker, and then nothing happened. */
const decision = <Path extends string, Input extends z.ZodType>(path: Path, input: Input) => ({
  ...MODERATORS,
  method: 'post' as const,
  path,
  middleware: [onlyParameters(), ...smallJson(LARGEST)],
  request: { params, ...jsonBody(input) },
  responses: { 200: decided, 404: NOT_FOUND, 409: CONFLICT, ...refusals },
});

const approve = createRoute({
  ...decision('/api/moderate/cases/{id}/approve', approveInput),
  summary: 'Approve what was read',
  description: 'That very revision is published, or none. Flags that must be answered are answered here.',
});
const reject = createRoute({
  ...decision('/api/moderate/cases/{id}/reject', rejectInput),
  summary: 'Reject what was read',
  description: 'With the rules that it breaks. What was approved before stays public.',
});
const edit = createRoute({
  ...decision('/api/moderate/cases/{id}/edit', editInput),
  summary: 'Publish it with words changed',
  description: 'Both readings are kept, and the author is told.',
});
const question = createRoute({
  ...decision('/api/moderate/cases/{id}/ask', askInput),
  summary: 'Ask the author something',
  description: 'The case stays open.',
});

const DECIDED = { is: 'decided' } as const;

/** The queue of moderators: validate, call, present. */
export const queueRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(queue, async (c) => {
    const { kind = null, after = null } = c.req.valid('query');
    return c.json(await listQueue(c.var.container, { staff: memberIn(c), kind, after }), 200, PRIVATE);
  })
  .openapi(one, async (c) => c.json(await seeCase(c.var.container, { staff: memberIn(c), caseId: c.req.valid('param').id }), 200, PRIVATE))
  .openapi(approve, async (c) => {
    await approveCase(c.var.container, { staff: memberIn(c), caseId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.json(DECIDED, 200, PRIVATE);
  })
  .openapi(reject, async (c) => {
    await rejectCase(c.var.container, { staff: memberIn(c), caseId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.json(DECIDED, 200, PRIVATE);
  })
  .openapi(edit, async (c) => {
    await editCase(c.var.container, { staff: memberIn(c), caseId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.json(DECIDED, 200, PRIVATE);
  })
  .openapi(question, async (c) => {
    await askAuthor(c.var.container, { staff: memberIn(c), caseId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.json(DECIDED, 200, PRIVATE);
  });
