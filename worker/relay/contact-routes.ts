import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { errorView } from '#worker/http/error-answer.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer, PRIVATE } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { ANYONE } from '#worker/http/who.ts';
import { countLeave } from '#worker/relay/count-leave.ts';
import { contactView, leaveView, takenIn } from '#worker/relay/model/contact-view.ts';
import type { BudgetState } from '#worker/relay/model/network.ts';
import { strike } from '#worker/relay/network-budget.ts';
import { showContact } from '#worker/relay/show-contact.ts';

const params = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'The id of the ad.' } }) });

const show = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/jobs/{id}/contact',
  summary: 'Show the contacts of an ad',
  description: 'So many a day for each network: `RateLimit-Policy` and `RateLimit` say how many. It counts for the ad, not who asked.',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('The contacts.', contactView), 400: INVALID, 404: NOT_FOUND, 429: TOO_MANY },
});

const trap = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/contacts/trap',
  summary: 'Counted for machines that follow what people do not see',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('Counted.', takenIn), 400: INVALID, 429: TOO_MANY },
});

const leave = createRoute({
  ...ANYONE,
  method: 'post',
  path: '/api/jobs/{id}/leave',
  summary: 'Count that the outside link of an ad is about to be followed',
  middleware: [onlyParameters()] as const,
  request: { params },
  responses: { 200: jsonAnswer('Counted.', leaveView), 400: INVALID, 429: TOO_MANY },
});

/** Contacts behind their act: validate, call, present. */
export const contactRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(show, async (c) => {
    const { contacts, budget } = await showContact(c.var.container, {
      jobId: c.req.valid('param').id,
      network: clientNetwork(c.req.raw),
    });
    sayBudget(c, budget);
    if (budget.may) return c.json({ contacts, left: Math.min(budget.left.exact, budget.left.wider) }, 200, PRIVATE);
    c.header('Retry-After', String(budget.seconds));
    return c.json(errorView({ code: 'too_many', message: USED_UP }), 429, PRIVATE);
  })
  .openapi(trap, async (c) => {
    await strike(c.var.container, clientNetwork(c.req.raw));
    return c.json({ is: 'done' } as const, 200, PRIVATE);
  })
  .openapi(leave, async (c) => {
    return c.json(await countLeave(c.var.container, { jobId: c.req.valid('param').id }), 200, PRIVATE);
  });

const USED_UP = 'relay.shown-enough';

/** RateLimit header fields for HTTP: what the day allows, and what is left of it. */
function sayBudget(c: Context<AppEnv>, { left, seconds }: BudgetState): void {
  const { exactPerDay, widerPerDay } = c.var.container.board.contactLimits.shown;
  c.header('RateLimit-Policy', `"contacts";q=${exactPerDay};w=86400, "contacts-wider";q=${widerPerDay};w=86400`);
  c.header('RateLimit', `"contacts";r=${left.exact};t=${seconds}, "contacts-wider";r=${left.wider};t=${seconds}`);
}
