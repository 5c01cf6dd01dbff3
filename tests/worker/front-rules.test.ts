import { expect, test } from 'vitest';
import { type Arrival, frontRules } from '#worker/local/front-rules.ts';

const demonstration = frontRules({ publicUrl: 'http://localhost:8787', demonstration: true, trustedProxies: [] });
const live = frontRules({ publicUrl: 'https://jobs.example.org', demonstration: false, trustedProxies: ['10.0.0.0/8', '::1'] });

function arrival(changes: Partial<Arrival> = {}): Arrival {
  return { method: 'GET', target: '/jobs?q=nurse', host: 'localhost:8787', rawHeaders: [], sender: '127.0.0.1', ...changes };
}

function headersOf(rules: typeof live, changes: Partial<Arrival>): readonly string[] {
  const decision = rules(arrival({ host: 'jobs.example.org', ...changes }));
  if (decision.kind !== 'pass') throw new Error(`not passed: ${decision.kind}`);
  return decision.headers;
}

test('a request for the board itself passes', () => {
  expect(demonstration(arrival()).kind).toBe('pass');
  expect(live(arrival({ host: 'jobs.example.org' })).kind).toBe('pass');
  expect(live(arrival({ host: 'jobs.example.org:443' })).kind).toBe('pass');
});

test.each(['evil.example', 'localhost', 'localhost:8788', 'localhost:8787@evil.example', 'localhost:8787/x', '', undefined])(
  'the host %j is told where the board is',
  (host) => {
    expect(demonstration(arrival({ host }))).toMatchObject({
      kind: 'refuse',
      status: 421,
      message: expect.stringContaining('http://localhost:8787'),
    });
  },
);

test('whoever asks for health may use any host', () => {
  expect(live(arrival({ target: '/healthz', host: '10.1.2.3:9000' })).kind).toBe('pass');
  expect(live(arrival({ target: '/healthz/../jobs', host: '10.1.2.3:9000' })).kind).toBe('refuse');
});

test.each(['127.0.0.1:8787', '[::1]:8787'])('on a demonstration board, reading at %s leads to localhost', (host) => {
  expect(demonstration(arrival({ host }))).toEqual({ kind: 'redirect', location: 'http://localhost:8787/jobs?q=nurse' });
  expect(demonstration(arrival({ host, method: 'HEAD' })).kind).toBe('redirect');
  expect(demonstration(arrival({ host, method: 'POST' }))).toMatchObject({ kind: 'refuse', status: 421 });
});

test('a live board sends nobody from an address to localhost', () => {
  expect(live(arrival({ host: '127.0.0.1:8787' }))).toMatchObject({ kind: 'refuse', status: 421 });
});

test.each([
  '/cdn-cgi/handler/scheduled',
  '/CDN-CGI/x',
  '/cdn%2Dcgi/x',
  '//cdn-cgi/x',
  '/jobs/../cdn-cgi/x',
  '/cdn-cgi',
  '/cdn-cgi%2fx',
  '/cdn-cgi/local/r2/public/keepword-files/x',
])('the runtime’s own door %s is closed', (target) => {
  expect(demonstration(arrival({ target }))).toMatchObject({ kind: 'refuse', status: 404 });
});

test.each(['http://evil.example/', '*', 'evil.example:80', ''])('the request target %j is refused', (target) => {
  expect(demonstration(arrival({ target }))).toMatchObject({ kind: 'refuse', status: 400 });
});

test('a request that names two hosts is refused, whichever comes first', () => {
  const rawHeaders = ['Host', 'localhost:8787', 'host', 'evil.example'];
  expect(demonstration(arrival({ rawHeaders }))).toMatchObject({ kind: 'refuse', status: 400 });
});

test('what only the platform may say is dropped, and the client is named by its socket', () => {
  const forged = ['CF-Connecting-IP', '6.6.6.6', 'cf-ipcountry', 'US', 'X-Forwarded-For', '6.6.6.6', 'X-Forwarded-Host', 'evil.example'];
  const runtime = ['MF-CF-Blob', '{"country":"US"}', 'Forwarded', 'for=6.6.6.6', 'True-Client-IP', '6.6.6.6', 'X-Real-IP', '6.6.6.6'];
  const rawHeaders = [...forged, ...runtime, 'Accept', 'text/html'];
  expect(headersOf(live, { rawHeaders, sender: '203.0.113.9' })).toEqual(['Accept', 'text/html', 'CF-Connecting-IP', '203.0.113.9']);
});

test('a trusted proxy names the client by the last entry that it added', () => {
  const rawHeaders = ['X-Forwarded-For', '6.6.6.6', 'X-Forwarded-For', '7.7.7.7, 198.51.100.4'];
  expect(headersOf(live, { rawHeaders, sender: '10.1.2.3' })).toEqual(['CF-Connecting-IP', '198.51.100.4']);
  expect(headersOf(live, { rawHeaders, sender: '::ffff:10.1.2.3' })).toEqual(['CF-Connecting-IP', '198.51.100.4']);
  expect(headersOf(live, { rawHeaders, sender: '::1' })).toEqual(['CF-Connecting-IP', '198.51.100.4']);
  expect(headersOf(live, { rawHeaders, sender: '203.0.113.9' })).toEqual(['CF-Connecting-IP', '203.0.113.9']);
});

test('a trusted proxy that names nobody sensible is the client itself', () => {
  expect(headersOf(live, { rawHeaders: ['X-Forwarded-For', '6.6.6.6, unknown'], sender: '10.1.2.3' })).toEqual([
    'CF-Connecting-IP',
    '10.1.2.3',
  ]);
  expect(headersOf(live, { rawHeaders: [], sender: '10.1.2.3' })).toEqual(['CF-Connecting-IP', '10.1.2.3']);
});
