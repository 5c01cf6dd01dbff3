import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const PARAMETERS = [
  'q',
  'place',
  'radius',
  'remote',
  'country',
  'category',
  'type',
  'employer',
  'language',
  'posted',
  'salary',
  'kind',
  'sort',
  'page',
];

/** Texts that break things more often than chance would have it: operators of FTS5, Meilisearch and SQL, half characters, long runs. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '*',
        '^',
        '-',
        '+',
        ':',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'title:',
        '{a b}:',
        '\\',
        '%',
        '_',
        ';',
        '--',
        '/*',
        '\u0000',
        '\ud800',
        '😀',
        'ß',
        'İ',
        ' ',
        'nurse',
        "' OR 1=1 --",
        'category = health',
        '_geoRadius(1,2,3)',
        'x'.repeat(300),
        '\u202e',
        '\u0300\u0301',
        '٣',
        '0',
        '1e9',
        'null',
        '[]',
        '$ne',
        'c++',
        '½',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(fc.sample(fc.constantFrom('', ' '), 1)[0] ?? '')),
);

async function expectClear(path: string): Promise<void> {
  const response = await board.ask(path);
  const text = await response.text();
  expect([200, 400, 404], `${path} answered ${response.status}: ${text.slice(0, 200)}`).toContain(response.status);
  expect(text).not.toMatch(/SQLITE|fts5|syntax error|node_modules|\.ts:\d/i);
  if (response.status === 400) expect(JSON.parse(text).error.fields.length).toBeGreaterThan(0);
}

test('no parameter with any value ever fails: it is understood or refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PARAMETERS), nasty, async (name, value) =>
      expectClear(`/api/jobs?${new URLSearchParams({ [name]: value.toWellFormed() })}`),
    ),
    { numRuns: 400 },
  );
});

test('no mixture of parameters, repeated or not, ever fails', async () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), nasty), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pairs, async (parameters) =>
      expectClear(`/api/jobs?${new URLSearchParams(parameters.map(([name, value]) => [name, value.toWellFormed()]))}`),
    ),
    { numRuns: 150 },
  );
});

test('no query string, however it is written, ever fails', async () => {
  const raw = fc.string({
    unit: fc.constantFrom('%', '&', '=', '+', '?', 'q', '%ff', '%00', '%E0%A4', '[', ']', ';', 'a', '#'),
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(raw, async (query) => expectClear(`/api/jobs?${query}`)),
    { numRuns: 150 },
  );
});

test('words are words: what looks like an operator finds what the words alone would find', async () => {
  const plain = await board.search('q=nurse');
  for (const dressed of ['nurse*', '(nurse)', '^nurse', 'title:nurse', "nurse'", 'nurse;', 'nurse AND', '+nurse']) {
    const view = await board.search(new URLSearchParams({ q: dressed }).toString());
    expect(view.total, dressed).toBeLessThanOrEqual(plain.total);
  }
});

test('no id, slug or prefix ever fails', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, async (value) => {
      const segment = encodeURIComponent(value.toWellFormed());
      if (segment === '' || /^\.{1,2}$/.test(segment)) return;
      await expectClear(`/api/jobs/${segment}`);
      await expectClear(`/api/employers/${segment}`);
      await expectClear(`/api/places?q=${segment}`);
    }),
    { numRuns: 100 },
  );
});

test('paths that cannot be read are not found', async () => {
  for (const path of [
    '/api/jobs/%ff',
    '/api/jobs/%E0%A4%A',
    '/api/%00',
    '/api/jobs/',
    '/api/jobs//x',
    '/api/',
    '/jobs/feed.exe',
    '/sitemaps/jobs-0.xml',
    '/feeds/x',
  ])
    expect((await board.refused(path)).error.code, path).toBe('not_found');
});

test('a prefix for places is asked for once and in reason', async () => {
  for (const query of ['', '?q=a&q=b', `?q=${'x'.repeat(101)}`]) {
    const { status, error } = await board.refused(`/api/places${query}`);
    expect(status).toBe(400);
    expect(error.field).toBe('q');
  }
});

test('a method that a route does not know is refused, naming those it knows', async () => {
  for (const path of [
    '/api/jobs',
    '/api/places',
    '/api/openapi.json',
    '/jobs/feed.xml',
    '/feeds/jobs.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/healthz',
  ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await board.ask(path, { method, headers: { Origin: ORIGIN, 'Content-Type': 'application/json' }, body: '{"a":' });
      expect(response.status, `${method} ${path}`).toBe(405);
      expect(response.headers.get('Allow')).toBe('GET, HEAD');
      expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
    }
});

test('headers of any content change nothing', async () => {
  const odd = {
    Accept: 'application/x-nonsense',
    'Accept-Language': '*;q=nan',
    'If-None-Match': '"',
    Range: 'bytes=5-1',
    Cookie: 'a=b; =; ;',
    'Content-Type': 'x',
  };
  expect((await board.ask('/api/jobs', { headers: odd })).status).toBe(200);
});

test('a database that does not answer is one sentence with a reference', async () => {
  const gone = await apiBoard();
  await gone.close();
  const { status, error } = await gone.refused('/api/jobs?q=secretword');
  expect(status).toBe(503);
  expect(error.code).toBe('unavailable');
  expect(error.message).not.toMatch(/fetch|ECONN|SQL|secretword/i);
  expect(gone.logs.filter((line) => line.includes(error.reference ?? 'none'))).toHaveLength(1);
  expect(gone.logs.join()).not.toContain('secretword');
});
