import { expect, test } from 'vitest';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { proves } from '#tests/support/proves.ts';
import type { Board } from '#worker/board/model/board.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Env, RateLimiter } from '#worker/env.ts';
import { answer } from '#worker/http/answer.ts';
import { EXEMPT_FROM_SAME_ORIGIN } from '#worker/http/same-origin.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const ORIGIN = 'https://board.example';
const NOW = Date.UTC(2026, 10, 22, 12);
const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };

/** Lets this many requests of each key through. */
function limiter(most: number): RateLimiter & { readonly keys: string[] } {
  const keys: string[] = [];
  return {
    keys,
    limit: async ({ key }) => {
      keys.push(key);
      return { success: keys.filter((known) => known === key).length <= most };
    },
  };
}

function board_(said: Partial<Env> = {}, pages: (request: Request) => Response = () => new Response('a page')) {
  const env: Env = {
    DATABASE_URL: 'http://localhost:1',
    PUBLIC_URL: ORIGIN,
    SECRET: 'a secret that only the tests know, and long',
    RATE_EXACT: limiter(100),
    RATE_WIDER: limiter(100),
    FILES: memoryBucket(),
    ...said,
  };
  const lines: string[] = [];
  const ask = (path: string, init: RequestInit = {}) =>
    answer(new Request(path.startsWith('http') ? path : `${ORIGIN}${path}`, init), {
      env,
      context,
      machines: (request) => Response.json({ path: new URL(request.url).pathname }),
      pages,
      demonstration: false,
      clock: () => NOW,
      log: (line) => lines.push(line),
    });
  return { ask, lines, env };
}

test('programs and people are answered by their own', async () => {
  const { ask } = board_();
  for (const path of [
    '/api/jobs',
    '/api/openapi.json',
    '/api/nothing',
    '/jobs/feed.xml',
    '/feeds/jobs.xml',
    '/sitemap.xml',
    '/sitemaps/jobs.xml',
    '/robots.txt',
    '/.well-known/security.txt',
    '/healthz',
  ])
    expect(await (await ask(path)).json()).toEqual({ path });
  for (const path of ['/', '/jobs', '/jobs/nurse-abc', '/employers/x', '/api/docs', '/apiary'])
    expect(await (await ask(path)).text()).toBe('a page');
});

test('every answer carries every security header, whoever made it', proves('only-our-scripts'), async () => {
  const failing = board_({}, () => {
    throw new Error('broken');
  });
  const { ask } = board_();
  const answers = [ask('/'), ask('/api/jobs'), ask('https://other.example/'), ask('/jobs', { method: 'POST' }), failing.ask('/')];
  for (const response of await Promise.all(answers))
    for (const [name, value] of securityHeaders(ORIGIN, [])) expect(response.headers.get(name), `${response.status} ${name}`).toBe(value);
});

test('HSTS is promised only where there is https', proves('https-only'), () => {
  const names = (url: string | null) => securityHeaders(url, []).map(([name]) => name);
  expect(names('https://board.example')).toContain('Strict-Transport-Security');
  expect(names('http://localhost:8787')).not.toContain('Strict-Transport-Security');
  expect(names(null)).not.toContain('Strict-Transport-Security');
});

test('the policy for scripts and styles has no unsafe word', proves('only-our-scripts'), () => {
  const policy = new Map(securityHeaders(null, [])).get('Content-Security-Policy');
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('hosts of others stand in the policy for scripts only where the board has switched their service on', () => {
  const policyOf = (services: Board['services']) =>
    new Map(securityHeaders(null, servicesOf({ ...board, services }))).get('Content-Security-Policy') ?? '';
  const account = { contract: 'Terms of 2026-09-01', reviewed: '2026-09-01' };
  const none = policyOf({ counters: true, googleAnalytics: null, googleAds: null });
  expect(none).not.toMatch(/https?:|frame-src|\*/);
  const analytics = policyOf({ counters: true, googleAnalytics: { ...account, id: 'G-TEST123' }, googleAds: null });
  expect(analytics).toContain("script-src 'self' https://www.googletagmanager.com;");
  expect(analytics).not.toContain('doubleclick');
  const both = policyOf({ counters: false, googleAnalytics: { ...account, id: 'G-TEST123' }, googleAds: { ...account, id: 'AW-12345' } });
  expect(both).toContain('frame-src https://td.doubleclick.net');
  expect(both.match(/script-src[^;]*/)?.[0].match(/https:\/\/www\.googletagmanager\.com/g)).toHaveLength(1);
  expect(both).toContain("require-trusted-types-for 'script'");
});

test('only the address of the board is answered, but its health may be asked at any', async () => {
  const { ask } = board_();
  for (const host of [
    'https://other.example/',
    'https://board.example:444/jobs',
    'https://board.example.evil.example/',
    'https://127.0.0.1/api/jobs',
  ])
    expect((await ask(host)).status, host).toBe(421);
  expect((await ask('https://127.0.0.1/healthz')).status).toBe(200);
  expect((await ask('https://board.example/')).status).toBe(200);
});

test('a request that acts must come from a page of this board, pages and API alike', proves('other-sites-cannot-act'), async () => {
  const { ask } = board_();
  const from = (headers: Record<string, string>) => ({ method: 'POST', headers });
  for (const path of ['/jobs', '/api/jobs', '/healthz']) {
    expect((await ask(path, from({ Origin: ORIGIN }))).status).not.toBe(403);
    expect((await ask(path, from({ 'Sec-Fetch-Site': 'same-origin' }))).status).not.toBe(403);
    for (const headers of [
      {},
      { Origin: 'null' },
      { Origin: 'https://other.example' },
      { Origin: 'http://board.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://other.example', 'Sec-Fetch-Site': 'same-origin' },
    ])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await ask(path, { method, headers })).status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
  }
});

test('a page can only be read', async () => {
  const { ask } = board_();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const response = await ask('/jobs', { method, headers: { Origin: ORIGIN } });
    expect(response.status, method).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
  }
  expect((await ask('/jobs', { method: 'HEAD' })).status).toBe(200);
});

test('a page names its encoding', async () => {
  const { ask } = board_({}, () => new Response('<h1>å</h1>', { headers: { 'Content-Type': 'text/html' } }));
  expect((await ask('/')).headers.get('Content-Type')).toBe('text/html; charset=utf-8');
});

test('only what mail programs and the mail provider send is exempt from the same-origin rule', proves('other-sites-cannot-act'), () => {
  expect(EXEMPT_FROM_SAME_ORIGIN).toEqual(['/api/mail/reports', '/api/mail/unsubscribe']);
});

test('a body that no form could have is refused', async () => {
  const { ask } = board_();
  const response = await ask('/api/jobs', { method: 'POST', headers: { Origin: ORIGIN, 'Content-Length': '1000001' }, body: 'x' });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: 'too_large' } });
});

test(
  'searches and the API are counted, with the limits in every answer; other pages are not',
  proves('limits-on-mass-reading'),
  async () => {
    const { ask, env } = board_();
    const { exactPerMinute, widerPerMinute } = board.rateLimits;
    for (const path of ['/jobs', '/jobs?q=x', '/api/jobs', '/api/places?q=x', '/jobs/feed.xml', '/feeds/jobs.xml'])
      expect((await ask(path)).headers.get('RateLimit-Policy')).toBe(`"exact";q=${exactPerMinute};w=60, "wider";q=${widerPerMinute};w=60`);
    const counted = env.RATE_EXACT as ReturnType<typeof limiter>;
    expect(counted.keys).toHaveLength(6);
    for (const path of ['/', '/jobs/nurse-abc', '/robots.txt', '/healthz'])
      expect((await ask(path)).headers.has('RateLimit-Policy')).toBe(false);
    expect(counted.keys).toHaveLength(6);
  },
);

test(
  'too many requests from one network are told when to come back, programs in their own shape',
  proves('limits-on-mass-reading'),
  async () => {
    const { ask } = board_({ RATE_EXACT: limiter(1) });
    const as = (address: string) => ({ headers: { 'CF-Connecting-IP': address } });
    expect((await ask('/api/jobs', as('192.0.2.1'))).status).toBe(200);
    const refused = await ask('/api/jobs', as('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(refused.headers.has('RateLimit-Policy')).toBe(true);
    expect(await refused.json()).toMatchObject({ error: { code: 'too_many' } });
    expect((await ask('/api/jobs', as('192.0.2.2'))).status).toBe(200);
    expect((await ask('/api/jobs', as('2001:db8:0:1::1'))).status).toBe(200);
    expect((await ask('/api/jobs', as('2001:db8:0:1:2:3:4:5'))).status).toBe(429);
    expect((await ask('/api/jobs', as('2001:db8:0:2::1'))).status).toBe(200);
  },
);

test('a wider network has a limit of its own', async () => {
  const { ask } = board_({ RATE_WIDER: limiter(1) });
  const as = (address: string) => ({ headers: { 'CF-Connecting-IP': address } });
  expect((await ask('/jobs', as('192.0.2.1'))).status).toBe(200);
  expect((await ask('/jobs', as('192.0.2.200'))).status).toBe(429);
  expect((await ask('/jobs', as('192.0.3.1'))).status).toBe(200);
  expect((await ask('/jobs', as('2001:db8:1:1::1'))).status).toBe(200);
  expect((await ask('/jobs', as('2001:db8:1:2::1'))).status).toBe(429);
});

test('one client that asks without end takes no room from its neighbours', async () => {
  const { ask } = board_({ RATE_EXACT: limiter(2), RATE_WIDER: limiter(4) });
  const as = (address: string) => ({ headers: { 'CF-Connecting-IP': address } });
  for (let count = 0; count < 20; count += 1) await ask('/api/jobs', as('192.0.2.1'));
  expect((await ask('/api/jobs', as('192.0.2.2'))).status).toBe(200);
});

test('no header that a client can choose changes whom it is counted as', async () => {
  const { ask } = board_({ RATE_EXACT: limiter(1) });
  const forged = (value: string) => ({
    headers: {
      'CF-Connecting-IP': '192.0.2.1',
      'X-Forwarded-For': value,
      'X-Real-IP': value,
      Forwarded: `for=${value}`,
      'True-Client-IP': value,
    },
  });
  expect((await ask('/api/jobs', forged('198.51.100.1'))).status).toBe(200);
  expect((await ask('/api/jobs', forged('198.51.100.2'))).status).toBe(429);
});

test('people see the page about too many requests', async () => {
  const asked: string[] = [];
  const ASSETS = {
    fetch: async (request: Request) => {
      asked.push(new URL(request.url).pathname);
      return new Response('<h1>wait</h1>', { headers: { 'Content-Type': 'text/html' } });
    },
  };
  const { ask } = board_({ RATE_EXACT: limiter(0), ASSETS });
  const response = await ask('/jobs');
  expect(response.status).toBe(429);
  expect(await response.text()).toBe('<h1>wait</h1>');
  expect(response.headers.get('Retry-After')).toBe('60');
  expect(asked).toEqual(['/429']);
});

test('what counts a client is a hash that changes every day', proves('limits-forget'), async () => {
  const { ask, env } = board_();
  await ask('/api/jobs', { headers: { 'CF-Connecting-IP': '192.0.2.77' } });
  const { keys } = env.RATE_EXACT as ReturnType<typeof limiter>;
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
});

test(
  'a failure is one sentence with a reference, which the log names too; nothing of it leaves',
  proves('errors-tell-nothing'),
  async () => {
    const secret = new Error('Failed query: select … params: nurse in Malmö', { cause: new TypeError('anna@example.com') });
    const { ask, lines } = board_({}, () => {
      throw secret;
    });
    const response = await ask('/jobs?q=nurse');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/Failed|select|nurse|at /);
    const reference = /\((\w{20})\)/.exec(text)?.[1] ?? 'none';
    const failure = lines.find((line) => line.includes(reference)) ?? '';
    expect(JSON.parse(failure).error).toEqual(['Error', 'TypeError']);
    expect(lines.join('\n')).not.toMatch(/nurse|Malmö|anna|select/);
  },
);

test('a known error says what to do, on a page as well', async () => {
  const { ask } = board_({}, () => {
    throw new DomainError('unavailable', 'Come back in an hour.');
  });
  const response = await ask('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toMatch(/^Come back in an hour\. \(\w{20}\)\n$/);
});

test(
  'a log line holds the pattern, code, duration and a random id, and nothing a person brought',
  proves('logs-without-people'),
  async () => {
    // No ad is shown, so that none is counted: a failure of that has a line of its own.
    const { ask, lines } = board_({}, () => new Response('nothing here', { status: 404 }));
    await ask('/jobs/anna-andersson-abcdefghijklmnopqrst?q=secret+words', {
      headers: { 'CF-Connecting-IP': '192.0.2.55', 'User-Agent': 'Anna browser', Cookie: 'session=1', Referer: `${ORIGIN}/private` },
    });
    await ask('/anna@example.com/private?x=1');
    const logged = lines.map((line) => JSON.parse(line));
    expect(logged.map((line) => Object.keys(line))).toEqual([
      ['id', 'route', 'status', 'ms'],
      ['id', 'route', 'status', 'ms'],
    ]);
    expect(logged.map((line) => line.route)).toEqual(['/jobs/{slug}-{id}', '(other)']);
    expect(logged[0].id).not.toBe(logged[1].id);
    expect(lines.join()).not.toMatch(/anna|secret|192\.0|browser|session|private/i);
  },
);

test('a board that is not configured says so to nobody but its log', async () => {
  const { ask, lines } = board_({ SECRET: '' });
  const response = await ask('/api/jobs');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('SECRET');
  expect(lines.join()).toContain('SECRET is not set: give at least 32 random characters.');
});

test('nobody fills the database with choices: one counts as ten requests, by script and by form', async () => {
  for (const path of ['/api/consent', '/api/%63onsent', '/cookies/choices', '/california/choices']) {
    const { ask } = board_({ RATE_EXACT: limiter(30) });
    const choose = async () => (await ask(path, { method: 'POST', headers: { Origin: ORIGIN } })).status;
    const statuses = [await choose(), await choose(), await choose(), await choose()];
    expect(statuses, path).toEqual([200, 200, 200, 429]);
  }
});
