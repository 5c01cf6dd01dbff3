import { expect, test } from 'vitest';
import { createApp } from '#worker/app.ts';
import { patternOf, statementsOf } from '#worker/http/authorise.ts';
import { isForMachines } from '#worker/http/is-for-machines.ts';
import { isLimited } from '#worker/http/rate-limit.ts';
import { routePattern } from '#worker/http/route-pattern.ts';
import { ACTOR_KINDS, type ActorKind, ROLES, STAFF } from '#worker/kernel/actor.ts';

interface RouteRow {
  /** `members` are all who are signed in. */
  readonly who: 'anyone' | 'members' | readonly ActorKind[];
  readonly example: string;
  readonly limited: boolean;
}

/** Who may ask what. A route that is not in this table has not been thought about. */
const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /api/openapi.json': { who: 'anyone', example: '/api/openapi.json', limited: true },
  'GET /api/jobs': { who: 'anyone', example: '/api/jobs', limited: true },
  'GET /api/jobs/{id}': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst', limited: true },
  'POST /api/jobs/{id}/contact': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst/contact', limited: true },
  'POST /api/jobs/{id}/leave': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst/leave', limited: true },
  'POST /api/jobs/{id}/relay': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst/relay', limited: true },
  'POST /api/contacts/trap': { who: 'anyone', example: '/api/contacts/trap', limited: true },
  'GET /api/relay': { who: ['guest', ...ROLES], example: '/api/relay', limited: true },
  'POST /api/relay/confirm': { who: ['guest', ...ROLES], example: '/api/relay/confirm', limited: true },
  'POST /api/relay/withdraw': { who: ['guest', ...ROLES], example: '/api/relay/withdraw', limited: true },
  'GET /api/hire/posts': { who: 'anyone', example: '/api/hire/posts', limited: true },
  'POST /api/hire/posts': { who: 'anyone', example: '/api/hire/posts', limited: true },
  'GET /api/hire/posts/{id}': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/posts/{id}': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/posts/{id}/check': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/check', limited: true },
  'GET /api/hire/posts/{id}/preview': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/preview', limited: true },
  'GET /api/hire/posts/{id}/sent': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/sent', limited: true },
  'GET /api/hire/posts/{id}/log': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/log', limited: true },
  'POST /api/hire/posts/{id}/submit': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/submit', limited: true },
  'POST /api/hire/posts/{id}/relist': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/relist', limited: true },
  'POST /api/hire/posts/{id}/withdraw': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/withdraw', limited: true },
  'POST /api/hire/posts/{id}/stop': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/stop', limited: true },
  'POST /api/hire/posts/{id}/resume': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/resume', limited: true },
  'POST /api/hire/posts/{id}/copy': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/copy', limited: true },
  'POST /api/hire/posts/{id}/answer': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/answer', limited: true },
  'POST /api/hire/posts/{id}/pictures': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/pictures', limited: true },
  'POST /api/hire/posts/{id}/delete': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/delete', limited: true },
  'GET /api/moderate/queue': { who: STAFF, example: '/api/moderate/queue', limited: true },
  'GET /api/moderate/cases/{id}': { who: STAFF, example: '/api/moderate/cases/abcdefghijklmnopqrst', limited: true },
  'POST /api/moderate/cases/{id}/approve': { who: STAFF, example: '/api/moderate/cases/abcdefghijklmnopqrst/approve', limited: true },
  'POST /api/moderate/cases/{id}/reject': { who: STAFF, example: '/api/moderate/cases/abcdefghijklmnopqrst/reject', limited: true },
  'POST /api/moderate/cases/{id}/edit': { who: STAFF, example: '/api/moderate/cases/abcdefghijklmnopqrst/edit', limited: true },
  'POST /api/moderate/cases/{id}/ask': { who: STAFF, example: '/api/moderate/cases/abcdefghijklmnopqrst/ask', limited: true },
  'POST /api/jobs/{id}/report': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst/report', limited: true },
  'GET /api/notices/receipt': { who: ['guest', ...ROLES], example: '/api/notices/receipt', limited: true },
  'POST /api/notices/receipt/object': { who: ['guest', ...ROLES], example: '/api/notices/receipt/object', limited: true },
  'POST /api/notices/receipt/erase': { who: ['guest', ...ROLES], example: '/api/notices/receipt/erase', limited: true },
  'GET /api/decisions': { who: ['guest', ...ROLES], example: '/api/decisions', limited: true },
  'GET /api/decisions/{id}': { who: ['guest', ...ROLES], example: '/api/decisions/abcdefghijklmnopqrst', limited: true },
  'POST /api/decisions/{id}/object': { who: ['guest', ...ROLES], example: '/api/decisions/abcdefghijklmnopqrst/object', limited: true },
  'GET /api/transparency': { who: 'anyone', example: '/api/transparency', limited: true },
  'POST /api/moderate/ads/{id}/freeze': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst/freeze', limited: true },
  'POST /api/moderate/ads/{id}/unfreeze': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst/unfreeze', limited: true },
  'POST /api/moderate/ads/{id}/remove': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst/remove', limited: true },
  'POST /api/moderate/ads/{id}/restore': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst/restore', limited: true },
  'POST /api/moderate/ads/{id}/copies': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst/copies', limited: true },
  'GET /api/moderate/ads/{id}': { who: STAFF, example: '/api/moderate/ads/abcdefghijklmnopqrst', limited: true },
  'GET /api/moderate/notices/{id}': { who: STAFF, example: '/api/moderate/notices/abcdefghijklmnopqrst', limited: true },
  'POST /api/moderate/notices/{id}/notifier': { who: STAFF, example: '/api/moderate/notices/abcdefghijklmnopqrst/notifier', limited: true },
  'POST /api/moderate/notices/{id}/danger': { who: STAFF, example: '/api/moderate/notices/abcdefghijklmnopqrst/danger', limited: true },
  'POST /api/moderate/notices/{id}/decide': { who: STAFF, example: '/api/moderate/notices/abcdefghijklmnopqrst/decide', limited: true },
  'GET /api/moderate/appeals/{id}': { who: STAFF, example: '/api/moderate/appeals/abcdefghijklmnopqrst', limited: true },
  'POST /api/moderate/appeals/{id}/decide': { who: STAFF, example: '/api/moderate/appeals/abcdefghijklmnopqrst/decide', limited: true },
  'GET /api/moderate/statements': { who: STAFF, example: '/api/moderate/statements', limited: true },
  'POST /api/moderate/statements/export': { who: STAFF, example: '/api/moderate/statements/export', limited: true },
  'GET /api/hire/employers': { who: ['employer'], example: '/api/hire/employers', limited: true },
  'POST /api/hire/employers': { who: ['employer'], example: '/api/hire/employers', limited: true },
  'GET /api/hire/employers/{id}': { who: ['employer'], example: '/api/hire/employers/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/employers/{id}': { who: ['employer'], example: '/api/hire/employers/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/employers/{id}/logo': { who: ['employer'], example: '/api/hire/employers/abcdefghijklmnopqrst/logo', limited: true },
  'POST /api/hire/employers/{id}/invitations': {
    who: ['employer'],
    example: '/api/hire/employers/abcdefghijklmnopqrst/invitations',
    limited: true,
  },
  'POST /api/hire/employers/{id}/invitations/{invitation}/withdraw': {
    who: ['employer'],
    example: '/api/hire/employers/abcdefghijklmnopqrst/invitations/abcdefghijklmnopqrst/withdraw',
    limited: true,
  },
  'POST /api/hire/employers/{id}/members/{member}/role': {
    who: ['employer'],
    example: '/api/hire/employers/abcdefghijklmnopqrst/members/abcdefghijklmnopqrst/role',
    limited: true,
  },
  'POST /api/hire/employers/{id}/members/{member}/remove': {
    who: ['employer'],
    example: '/api/hire/employers/abcdefghijklmnopqrst/members/abcdefghijklmnopqrst/remove',
    limited: true,
  },
  'POST /api/hire/employers/{id}/leave': { who: ['employer'], example: '/api/hire/employers/abcdefghijklmnopqrst/leave', limited: true },
  'GET /api/hire/join': { who: ['guest', ...ROLES], example: '/api/hire/join', limited: true },
  'POST /api/hire/join': { who: 'members', example: '/api/hire/join', limited: true },
  'POST /api/hire/employers/{id}/proofs': { who: ['employer'], example: '/api/hire/employers/abcdefghijklmnopqrst/proofs', limited: true },
  'POST /api/hire/proofs/{proof}/check': { who: ['employer'], example: '/api/hire/proofs/abcdefghijklmnopqrst/check', limited: true },
  'POST /api/hire/proofs/{proof}/give-up': { who: ['employer'], example: '/api/hire/proofs/abcdefghijklmnopqrst/give-up', limited: true },
  'GET /api/hire/prove': { who: ['guest', ...ROLES], example: '/api/hire/prove', limited: true },
  'POST /api/hire/prove': { who: ['guest', ...ROLES], example: '/api/hire/prove', limited: true },
  'GET /api/hire/claims/{slug}': { who: ['employer'], example: '/api/hire/claims/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/claims/{slug}': { who: ['employer'], example: '/api/hire/claims/abcdefghijklmnopqrst', limited: true },
  'POST /api/admin/employers/{id}/suspend': { who: STAFF, example: '/api/admin/employers/abcdefghijklmnopqrst/suspend', limited: true },
  'POST /api/admin/employers/{id}/restore': { who: STAFF, example: '/api/admin/employers/abcdefghijklmnopqrst/restore', limited: true },
  'POST /api/admin/employers/{id}/merge': { who: STAFF, example: '/api/admin/employers/abcdefghijklmnopqrst/merge', limited: true },
  'POST /api/admin/employers/{id}/unmerge': { who: STAFF, example: '/api/admin/employers/abcdefghijklmnopqrst/unmerge', limited: true },
  'POST /api/hire/employers/{id}/pictures': {
    who: ['employer'],
    example: '/api/hire/employers/abcdefghijklmnopqrst/pictures',
    limited: true,
  },
  'GET /pictures/{id}': { who: 'anyone', example: '/pictures/abcdefghijklmnopqrst', limited: true },
  'POST /api/hire/guest/address': { who: 'anyone', example: '/api/hire/guest/address', limited: true },
  'GET /api/hire/guest': { who: ['guest', ...ROLES], example: '/api/hire/guest', limited: true },
  'POST /api/hire/guest/confirm': { who: ['guest', ...ROLES], example: '/api/hire/guest/confirm', limited: true },
  'POST /api/hire/guest/refuse': { who: ['guest', ...ROLES], example: '/api/hire/guest/refuse', limited: true },
  'POST /api/hire/guest/lost': { who: 'anyone', example: '/api/hire/guest/lost', limited: true },
  'GET /api/hire/guest/copy': { who: ['guest', ...ROLES], example: '/api/hire/guest/copy', limited: true },
  'GET /api/hire/draft': { who: 'members', example: '/api/hire/draft', limited: true },
  'POST /api/hire/posts/{id}/claim': { who: 'members', example: '/api/hire/posts/abcdefghijklmnopqrst/claim', limited: true },
  'GET /api/hire/posts/{id}/counts': { who: 'anyone', example: '/api/hire/posts/abcdefghijklmnopqrst/counts', limited: true },
  'GET /api/hire/counts': { who: 'members', example: '/api/hire/counts', limited: true },
  'GET /api/admin/overview': { who: ['administrator'], example: '/api/admin/overview', limited: true },
  'GET /api/admin/tasks': { who: ['administrator'], example: '/api/admin/tasks', limited: true },
  'GET /api/admin/imports': { who: ['administrator'], example: '/api/admin/imports', limited: true },
  'GET /api/admin/mail': { who: ['administrator'], example: '/api/admin/mail', limited: true },
  'POST /api/admin/mail/{id}/retry': { who: ['administrator'], example: '/api/admin/mail/abcdefghijklmnopqrst/retry', limited: true },
  'GET /api/admin/search': { who: ['administrator'], example: '/api/admin/search', limited: true },
  'POST /api/admin/search/reconcile': { who: ['administrator'], example: '/api/admin/search/reconcile', limited: true },
  'GET /api/admin/employers': { who: ['administrator'], example: '/api/admin/employers', limited: true },
  'POST /api/admin/people/find': { who: ['administrator'], example: '/api/admin/people/find', limited: true },
  'POST /api/admin/people/{pseudonym}/role': {
    who: ['administrator'],
    example: '/api/admin/people/abcdefghijklmnopqrst/role',
    limited: true,
  },
  'POST /api/admin/people/{pseudonym}/end-sessions': {
    who: ['administrator'],
    example: '/api/admin/people/abcdefghijklmnopqrst/end-sessions',
    limited: true,
  },
  'POST /api/admin/people/{pseudonym}/lift-freeze': {
    who: ['administrator'],
    example: '/api/admin/people/abcdefghijklmnopqrst/lift-freeze',
    limited: true,
  },
  'POST /api/admin/people/{pseudonym}/suspend': {
    who: ['administrator'],
    example: '/api/admin/people/abcdefghijklmnopqrst/suspend',
    limited: true,
  },
  'POST /api/admin/people/{pseudonym}/restore': {
    who: ['administrator'],
    example: '/api/admin/people/abcdefghijklmnopqrst/restore',
    limited: true,
  },
  'GET /api/admin/audit': { who: ['administrator'], example: '/api/admin/audit', limited: true },
  'POST /api/admin/audit/verify': { who: ['administrator'], example: '/api/admin/audit/verify', limited: true },
  'POST /api/admin/disclosures/see': { who: ['administrator'], example: '/api/admin/disclosures/see', limited: true },
  'POST /api/admin/disclosures': { who: ['administrator'], example: '/api/admin/disclosures', limited: true },
  'GET /api/places': { who: 'anyone', example: '/api/places', limited: true },
  'GET /api/employers/{slug}': { who: 'anyone', example: '/api/employers/someone', limited: true },
  'GET /api/promises': { who: 'anyone', example: '/api/promises', limited: true },
  'GET /api/consent': { who: 'anyone', example: '/api/consent', limited: true },
  'POST /api/consent': { who: 'anyone', example: '/api/consent', limited: true },
  'GET /api/consent/record': { who: 'anyone', example: '/api/consent/record', limited: true },
  'POST /api/counters': { who: 'anyone', example: '/api/counters', limited: true },
  'GET /jobs/feed.xml': { who: 'anyone', example: '/jobs/feed.xml', limited: true },
  'GET /jobs/feed.atom': { who: 'anyone', example: '/jobs/feed.atom', limited: true },
  'GET /jobs/feed.json': { who: 'anyone', example: '/jobs/feed.json', limited: true },
  'GET /feeds/jobs.xml': { who: 'anyone', example: '/feeds/jobs.xml', limited: true },
  'GET /sitemap.xml': { who: 'anyone', example: '/sitemap.xml', limited: true },
  'GET /sitemaps/{part}.xml': { who: 'anyone', example: '/sitemaps/jobs.xml', limited: true },
  'GET /robots.txt': { who: 'anyone', example: '/robots.txt', limited: false },
  'GET /.well-known/security.txt': { who: 'anyone', example: '/.well-known/security.txt', limited: false },
  'GET /.well-known/gpc.json': { who: 'anyone', example: '/.well-known/gpc.json', limited: false },
  'GET /.well-known/change-password': { who: 'anyone', example: '/.well-known/change-password', limited: false },
  'POST /api/mail/reports': { who: 'anyone', example: '/api/mail/reports', limited: true },
  'POST /api/mail/unsubscribe': { who: 'anyone', example: '/api/mail/unsubscribe', limited: true },
  'GET /api/mail/unsubscribe': { who: 'anyone', example: '/api/mail/unsubscribe', limited: true },
  'GET /api/dev/mailbox': { who: 'anyone', example: '/api/dev/mailbox', limited: true },
  'GET /api/dev/mailbox/{id}': { who: 'anyone', example: '/api/dev/mailbox/abcdefghijklmnopqrst', limited: true },
  'GET /api/dev/mailbox/{id}/html': { who: 'anyone', example: '/api/dev/mailbox/abcdefghijklmnopqrst/html', limited: true },
  'GET /api/prove': { who: 'members', example: '/api/prove', limited: true },
  'POST /api/prove': { who: 'members', example: '/api/prove', limited: true },
  'GET /api/session': { who: 'anyone', example: '/api/session', limited: true },
  'POST /api/sign-out': { who: 'anyone', example: '/api/sign-out', limited: true },
  'POST /api/sign-out/everywhere': { who: 'members', example: '/api/sign-out/everywhere', limited: true },
  'GET /api/account/sessions': { who: 'members', example: '/api/account/sessions', limited: true },
  'POST /api/account/sessions/end-others': { who: 'members', example: '/api/account/sessions/end-others', limited: true },
  'POST /api/account/sessions/{handle}/end': { who: 'members', example: '/api/account/sessions/abcdefghijklmnopqrst/end', limited: true },
  'POST /api/dev/persona': { who: 'anyone', example: '/api/dev/persona', limited: true },
  'GET /api/account': { who: 'members', example: '/api/account', limited: true },
  'POST /api/account/profile': { who: 'members', example: '/api/account/profile', limited: true },
  'GET /api/account/mail': { who: 'members', example: '/api/account/mail', limited: true },
  'POST /api/account/mail': { who: 'members', example: '/api/account/mail', limited: true },
  'POST /api/account/address': { who: 'members', example: '/api/account/address', limited: true },
  'GET /api/account/address/change': { who: ['guest', ...ROLES], example: '/api/account/address/change', limited: true },
  'POST /api/account/address/confirm': { who: ['guest', ...ROLES], example: '/api/account/address/confirm', limited: true },
  'POST /api/account/address/undo': { who: ['guest', ...ROLES], example: '/api/account/address/undo', limited: true },
  'GET /api/account/activity': { who: 'members', example: '/api/account/activity', limited: true },
  'GET /api/account/copies': { who: 'members', example: '/api/account/copies', limited: true },
  'POST /api/account/copy': { who: 'members', example: '/api/account/copy', limited: true },
  'POST /api/account/copy/{id}/download': {
    who: 'members',
    example: '/api/account/copy/abcdefghijklmnopqrst/download',
    limited: true,
  },
  'POST /api/sign-up': { who: 'anyone', example: '/api/sign-up', limited: true },
  'POST /api/sign-up/confirm': { who: ['guest', ...ROLES], example: '/api/sign-up/confirm', limited: true },
  'POST /api/sign-in': { who: 'anyone', example: '/api/sign-in', limited: true },
  'POST /api/forgot': { who: 'anyone', example: '/api/forgot', limited: true },
  'POST /api/reset': { who: ['guest', ...ROLES], example: '/api/reset', limited: true },
  'POST /api/links/open': { who: 'anyone', example: '/api/links/open', limited: true },
  'GET /api/links/opened': { who: 'anyone', example: '/api/links/opened', limited: true },
  'POST /api/account/password': { who: 'members', example: '/api/account/password', limited: true },
  'GET /api/account/factors': { who: 'members', example: '/api/account/factors', limited: true },
  'POST /api/account/factors/app': { who: 'members', example: '/api/account/factors/app', limited: true },
  'POST /api/account/factors/app/confirm': { who: 'members', example: '/api/account/factors/app/confirm', limited: true },
  'POST /api/account/factors/app/remove': { who: 'members', example: '/api/account/factors/app/remove', limited: true },
  'POST /api/account/factors/codes': { who: 'members', example: '/api/account/factors/codes', limited: true },
  'POST /api/account/passkeys/options': { who: 'members', example: '/api/account/passkeys/options', limited: true },
  'POST /api/account/passkeys': { who: 'members', example: '/api/account/passkeys', limited: true },
  'POST /api/account/passkeys/{id}/rename': { who: 'members', example: '/api/account/passkeys/AbC-_9/rename', limited: true },
  'POST /api/account/passkeys/{id}/remove': { who: 'members', example: '/api/account/passkeys/AbC-_9/remove', limited: true },
  'GET /api/sign-in/factor': { who: 'anyone', example: '/api/sign-in/factor', limited: true },
  'POST /api/sign-in/code': { who: 'anyone', example: '/api/sign-in/code', limited: true },
  'POST /api/sign-in/recovery-code': { who: 'anyone', example: '/api/sign-in/recovery-code', limited: true },
  'POST /api/sign-in/passkey/options': { who: 'anyone', example: '/api/sign-in/passkey/options', limited: true },
  'POST /api/sign-in/passkey': { who: 'anyone', example: '/api/sign-in/passkey', limited: true },
  'POST /api/sign-in/lost-factor': { who: 'anyone', example: '/api/sign-in/lost-factor', limited: true },
  'POST /api/sign-in/lost-factor/confirm': { who: ['guest', ...ROLES], example: '/api/sign-in/lost-factor/confirm', limited: true },
  'POST /api/prove/passkey/options': { who: 'members', example: '/api/prove/passkey/options', limited: true },
  'POST /api/prove/passkey': { who: 'members', example: '/api/prove/passkey', limited: true },
  'GET /api/account/deletion': { who: 'members', example: '/api/account/deletion', limited: true },
  'POST /api/account/delete': { who: 'members', example: '/api/account/delete', limited: true },
  'GET /api/account/restriction': { who: 'members', example: '/api/account/restriction', limited: true },
  'POST /api/account/restriction': { who: 'members', example: '/api/account/restriction', limited: true },
  'GET /api/account/objections': { who: 'members', example: '/api/account/objections', limited: true },
  'POST /api/account/objections': { who: 'members', example: '/api/account/objections', limited: true },
  'POST /api/account/objections/{id}/withdraw': {
    who: 'members',
    example: '/api/account/objections/abcdefghijklmnopqrst/withdraw',
    limited: true,
  },
  'GET /healthz': { who: 'anyone', example: '/healthz', limited: false },
};

const app = createApp({ clock: () => 0, log: () => {} });

test('every route of the API is in the table, and everything in the table is a route', () => {
  const registered = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${patternOf(path)}`);
  expect([...new Set(registered)].sort()).toEqual(Object.keys(ROUTES).sort());
});

test('each states in its description who may ask it, as the table does', () => {
  const statements = statementsOf(app);
  for (const [route, { who }] of Object.entries(ROUTES)) {
    const kinds = who === 'anyone' ? ACTOR_KINDS : who === 'members' ? ROLES : who;
    expect([...(statements.get(route) ?? [])].sort(), route).toEqual([...kinds].sort());
  }
  expect([...statements.keys()].sort()).toEqual(Object.keys(ROUTES).sort());
});

test('each is answered by the API, logged by its pattern, and counted where it costs work', () => {
  for (const [route, { example, limited }] of Object.entries(ROUTES)) {
    expect(isForMachines(example), route).toBe(true);
    const [method = ''] = route.split(' ');
    expect(`${method} ${routePattern(example)}`).toBe(route);
    expect(isLimited(example, method), route).toBe(limited);
  }
});
