import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { pageAccess } from '#site/lib/page-access.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { authorise, statementsOf } from '#worker/http/authorise.ts';
import { errorAnswer, failureOf } from '#worker/http/error-answer.ts';
import { MEMBERS, who } from '#worker/http/who.ts';
import type { Actor, Member, Role } from '#worker/kernel/actor.ts';

const member = (is: Role, wanted: Partial<Member> = {}): Member => ({
  is,
  accountId: 'an account',
  sessionId: 'a session',
  handle: 'a handle',
  provenAt: 0,
  proof: 'password-and-factor',
  restricted: false,
  suspended: false,
  ...wanted,
});

const VISITOR: Actor = { is: 'visitor' };
const GUEST: Actor = {
  is: 'guest',
  link: { kind: 'reset-password', tokenId: 'a token', accountId: null, signUpId: null, changeId: null, subjectId: null },
};

/** A board with one route for each statement, asked by somebody. */
function boardFor(actor: Actor) {
  const app = new OpenAPIHono<AppEnv>();
  app.use(async (c, next) => {
    c.set('actor', actor);
    await next();
  });
  app.use(authorise(app));
  app.onError((error) => errorAnswer(failureOf(error, 'a reference')));
  const responses = { 200: { description: 'Answered.' } };
  app.openapi(createRoute({ ...who('moderator', 'administrator'), method: 'get', path: '/api/staff/{id}', responses }), (c) =>
    c.text('yes'),
  );
  app.openapi(createRoute({ ...MEMBERS, method: 'get', path: '/api/own', responses }), (c) => c.text('yes'));
  app.openapi(createRoute({ ...MEMBERS, method: 'get', path: '/api/account/factors', responses }), (c) => c.text('yes'));
  app.openapi(createRoute({ ...who('guest'), method: 'get', path: '/api/opened', responses }), (c) => c.text('yes'));
  app.openapi(createRoute({ method: 'get', path: '/api/unsaid', responses }), (c) => c.text('yes'));
  app.get('/plain', (c) => c.text('yes'));
  return app;
}

const statusOf = async (actor: Actor, path: string) => (await boardFor(actor).request(path)).status;

test('a route answers those whom it states, and nobody else', async () => {
  for (const role of ['moderator', 'administrator'] as const) expect(await statusOf(member(role), '/api/staff/1'), role).toBe(200);
  for (const role of ['seeker', 'employer'] as const) expect(await statusOf(member(role), '/api/staff/1'), role).toBe(403);
  for (const nobody of [VISITOR, GUEST]) expect(await statusOf(nobody, '/api/staff/1'), nobody.is).toBe(401);
  expect(await statusOf(GUEST, '/api/opened')).toBe(200);
  expect(await statusOf(VISITOR, '/api/opened')).toBe(401);
  expect(await statusOf(member('seeker'), '/api/opened')).toBe(403);
});

test('a route that states nothing answers nobody', async () => {
  for (const actor of [VISITOR, GUEST, member('administrator')])
    for (const path of ['/api/unsaid', '/plain']) expect(await statusOf(actor, path), `${actor.is} ${path}`).toBe(403);
  expect(statementsOf(boardFor(VISITOR)).has('GET /api/unsaid')).toBe(false);
});

test('staff who have only a password get no further than the page where they set up a second factor', async () => {
  for (const role of ['moderator', 'administrator'] as const) {
    const bare = member(role, { proof: 'password' });
    for (const path of ['/api/staff/1', '/api/own']) expect(await statusOf(bare, path), `${role} ${path}`).toBe(403);
    expect(await statusOf(bare, '/api/account/factors'), role).toBe(200);
    const session = { is: role, name: null, email: 'staff@mail.example', restricted: false, suspended: false, proof: 'password' } as const;
    expect(pageAccess('/account/profile', session), role).toBe('factor');
    for (const pattern of ['/account/security/app', '/account/privacy/delete']) expect(pageAccess(pattern, session), pattern).toBe('open');
    expect(pageAccess('/account/security', session), role).toBe('open');
    expect(pageAccess('/account/profile', { ...session, proof: 'passkey' }), role).toBe('open');
  }
  expect(await statusOf(member('seeker', { proof: 'password' }), '/api/own')).toBe(200);
});

test('a page that states nothing opens to nobody', () => {
  expect(pageAccess('/unsaid', { is: 'visitor' })).toBe('missing');
  const session = {
    is: 'administrator',
    name: null,
    email: 'staff@mail.example',
    restricted: false,
    suspended: false,
    proof: 'passkey',
  } as const;
  expect(pageAccess('/unsaid', session)).toBe('missing');
});

test('a link from a mail opens the pages that state it, and no other', () => {
  for (const pattern of ['/decisions', '/decisions/[id]']) {
    expect(pageAccess(pattern, { is: 'visitor' }, true), pattern).toBe('open');
    expect(pageAccess(pattern, { is: 'visitor' }), pattern).toBe('sign-in');
  }
  for (const pattern of ['/account', '/hire/employers', '/moderate'])
    expect(pageAccess(pattern, { is: 'visitor' }, true), pattern).toBe('sign-in');
});
