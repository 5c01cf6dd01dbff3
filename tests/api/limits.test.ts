import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ limits: { exact: 3, wider: 5 } });
});
afterAll(() => board.close());

const ask = (path: string, address: string, init: RequestInit = {}) =>
  fetch(`${board.origin}${path}`, { ...init, headers: { 'CF-Connecting-IP': address, ...init.headers } });

async function statuses(path: string, addresses: readonly string[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (const address of addresses) found.push((await ask(path, address)).status);
  return found;
}

test('the platform counts each exact network, and pages, API and feeds together', proves('limits-on-mass-reading'), async () => {
  const one = '192.0.2.1';
  expect((await ask('/api/jobs', one)).status).toBe(200);
  expect((await ask('/jobs/feed.xml', one)).status).toBe(200);
  expect((await ask('/jobs', one)).status).not.toBe(429);
  const refused = await ask('/api/jobs', one);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('60');
  expect(refused.headers.has('RateLimit-Policy')).toBe(true);
  expect(await refused.json()).toMatchObject({ error: { code: 'too_many' } });
  expect((await ask('/healthz', one)).status).toBe(200);
  expect((await ask('/', one)).status).toBe(200);
});

test('the platform counts each wider network', proves('limits-on-mass-reading'), async () => {
  const addresses = ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4', '198.51.100.5', '198.51.100.6'];
  expect(await statuses('/api/places?q=a', addresses)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await statuses('/api/places?q=a', ['198.51.101.1'])).toEqual([200]);
});

test.each(['//jobs', '/%6aobs', '/%256aobs', '/jobs.html', '/jobs/index.html', '/jobs'])(
  'the search is counted, however its address is spelt: %s',
  async (path) => {
    const { headers } = await fetchAsWritten(path, '203.0.113.20');
    expect(headers['ratelimit-policy']).toBeDefined();
  },
);

test('people who ask too often see a page', async () => {
  const found = await Promise.all(Array.from({ length: 4 }, () => ask('/jobs', '203.0.113.1')));
  const refused = found.find(({ status }) => status === 429);
  expect(refused?.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(await refused?.text()).toContain('<h1');
});

test('files and pages that were made before carry the same headers as those made now', async () => {
  for (const path of ['/', '/api/jobs', '/healthz', '/no-such-page', '/jobs/no-such-ad']) {
    const response = await ask(path, '203.0.113.77');
    for (const [name, value] of securityHeaders(board.origin, [])) expect(response.headers.get(name), `${path} ${name}`).toBe(value);
  }
});

test('another name for the board is not answered', async () => {
  const other = board.origin.replace('localhost', '127.0.0.1');
  expect((await fetch(`${other}/api/jobs`)).status).toBe(421);
  expect((await fetch(`${other}/healthz`)).status).toBe(200);
});

test('a form of another site cannot act here', proves('other-sites-cannot-act'), async () => {
  for (const path of ['/jobs', '/api/jobs', '/anything']) {
    const response = await ask(path, '203.0.113.78', { method: 'POST', headers: { Origin: 'https://elsewhere.example' }, body: 'a=b' });
    expect(response.status, path).toBe(403);
  }
});

/** `fetch` would tidy the path. */
function fetchAsWritten(path: string, address: string): Promise<IncomingMessage> {
  const { hostname, port } = new URL(board.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { 'CF-Connecting-IP': address } }, (answer) => {
      answer.resume();
      resolve(answer);
    });
    asked.once('error', reject).end();
  });
}
