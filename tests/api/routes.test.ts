import { expect, test } from 'vitest';
import { createApp } from '#worker/app.ts';
import { isForMachines } from '#worker/http/is-for-machines.ts';
import { isLimited } from '#worker/http/rate-limit.ts';
import { routePattern } from '#worker/http/route-pattern.ts';

/** Who may ask what. A route that is not in this table has not been thought about. */
const ROUTES: Readonly<Record<string, { readonly who: 'anyone'; readonly example: string; readonly limited: boolean }>> = {
  'GET /api/openapi.json': { who: 'anyone', example: '/api/openapi.json', limited: true },
  'GET /api/jobs': { who: 'anyone', example: '/api/jobs', limited: true },
  'GET /api/jobs/{id}': { who: 'anyone', example: '/api/jobs/abcdefghijklmnopqrst', limited: true },
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
  'GET /healthz': { who: 'anyone', example: '/healthz', limited: false },
};

const app = createApp({ clock: () => 0, log: () => {} });

test('every route of the API is in the table, and everything in the table is a route', () => {
  const registered = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${patternOf(path)}`);
  expect([...new Set(registered)].sort()).toEqual(Object.keys(ROUTES).sort());
});

test('each is answered by the API, logged by its pattern, and counted where it costs work', () => {
  for (const [route, { example, limited }] of Object.entries(ROUTES)) {
    expect(isForMachines(example), route).toBe(true);
    const [method = ''] = route.split(' ');
    expect(`${method} ${routePattern(example)}`).toBe(route);
    expect(isLimited(example, method), route).toBe(limited);
  }
});

function patternOf(path: string): string {
  return path.replace(/^\/sitemaps\/:file.*$/, '/sitemaps/{part}.xml').replace(/:(\w+)/g, '{$1}');
}
