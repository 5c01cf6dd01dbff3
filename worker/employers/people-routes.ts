import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { endedCookie } from '#worker/accounts/model/cookie-names.ts';
import { changeRole, leaveEmployer, removeMember, withdrawInvitation } from '#worker/employers/change-member.ts';
import { inviteMember } from '#worker/employers/invite-member.ts';
import { joinEmployer, seeInvitation } from '#worker/employers/join-employer.ts';
import { invitationInput, roleInput } from '#worker/employers/model/employer-input.ts';
import { invitationView } from '#worker/employers/model/employer-view.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { giveCookies, jsonAnswer, jsonBody, PRIVATE } from '#worker/http/json-exchange.ts';
import { memberIn } from '#worker/http/member-in.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { visitOf } from '#worker/http/visit.ts';
import { LINK_HOLDERS, MEMBERS, who } from '#worker/http/who.ts';

const LARGEST = 4096;
const refusals = { 400: INVALID, 401: UNAUTHENTICATED, 403: FORBIDDEN, 404: NOT_FOUND, 409: CONFLICT, 429: TOO_MANY };
const id = z.string().max(64);
const nothing = jsonBody(z.strictObject({}));
const done = jsonAnswer('Done.', z.object({ is: z.literal('done') }));
const DONE = { is: 'done' } as const;

const invite = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/invitations',
  summary: 'Ask somebody by mail to work for an employer',
  request: { params: z.object({ id }), ...jsonBody(invitationInput) },
  responses: { 202: jsonAnswer('A mail is on its way.', z.object({ next: z.literal('mail') })), ...refusals },
});

const withdraw = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/invitations/{invitation}/withdraw',
  summary: 'Withdraw an invitation',
  request: { params: z.object({ id, invitation: id }), ...nothing },
  responses: { 200: done, ...refusals },
});

const role = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/members/{member}/role',
  summary: 'Make a member an owner or a recruiter',
  request: { params: z.object({ id, member: id }), ...jsonBody(roleInput) },
  responses: { 200: done, ...refusals },
});

const remove = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/members/{member}/remove',
  summary: 'Take a member out',
  request: { params: z.object({ id, member: id }), ...nothing },
  responses: { 200: done, ...refusals },
});

const leave = createRoute({
  ...who('employer'),
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/employers/{id}/leave',
  summary: 'Leave an employer',
  request: { params: z.object({ id }), ...nothing },
  responses: { 200: done, ...refusals },
});

const seeJoin = createRoute({
  ...LINK_HOLDERS,
  method: 'get',
  path: '/api/hire/join',
  summary: 'What the invitation says that is open in this browser',
  middleware: [onlyParameters()] as const,
  responses: { 200: jsonAnswer('The invitation.', invitationView), ...refusals },
});

const join = createRoute({
  ...MEMBERS,
  method: 'post',
  middleware: [onlyParameters(), ...smallJson(LARGEST)] as const,
  path: '/api/hire/join',
  summary: 'Take the invitation up that is open in this browser',
  request: nothing,
  responses: { 200: jsonAnswer('Joined.', z.object({ id: z.string() })), ...refusals },
});

/** Who works for an employer: validate, call, present. */
export const employerPeopleRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(invite, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') };
    await inviteMember(c.var.container, { actor: memberIn(c), visit: await visitOf(c), ...asked });
    return c.json({ next: 'mail' } as const, 202, PRIVATE);
  })
  .openapi(withdraw, async (c) => {
    await withdrawInvitation(c.var.container, { actor: memberIn(c), ...c.req.valid('param') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(role, async (c) => {
    await changeRole(c.var.container, { actor: memberIn(c), ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(remove, async (c) => {
    await removeMember(c.var.container, { actor: memberIn(c), ...c.req.valid('param') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(leave, async (c) => {
    await leaveEmployer(c.var.container, { actor: memberIn(c), ...c.req.valid('param') });
    return c.json(DONE, 200, PRIVATE);
  })
  .openapi(seeJoin, async (c) => c.json(await seeInvitation(c.var.container, { link: c.var.link }), 200, PRIVATE))
  .openapi(join, async (c) => {
    const { container, actor, link } = c.var;
    const joined = await joinEmployer(container, { actor, link });
    giveCookies(c, [endedCookie('link', container.publicUrl)]);
    return c.json(joined, 200, PRIVATE);
  });
