import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { type BoardOptions, startBoard, type TestBoard } from '#tests/support/start-board.ts';

async function withBoard(options: BoardOptions, use: (board: TestBoard) => Promise<void>): Promise<void> {
  const board = await startBoard(options);
  try {
    await use(board);
  } finally {
    await board.close();
  }
}

function inlineScripts(html: string): readonly unknown[] {
  const scripts = DomUtils.findAll(({ name }) => name === 'script', parseDocument(html).children);
  return scripts.filter(({ attribs }) => attribs['src'] === undefined && attribs['type'] !== 'application/json');
}

const NO_DATABASE = { vars: { DATABASE_URL: 'http://127.0.0.1:9' } };

test('when the database is gone, a page says so, with a number that the log knows', () =>
  withBoard(NO_DATABASE, async ({ origin, logs }) => {
    const response = await fetch(`${origin}/jobs?q=a+private+word`);
    const html = await response.text();
    const [reference = 'none'] = /\b[a-z2-7]{20}\b/.exec(html.replace(/<head>.*<\/head>/s, '')) ?? [];
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(html).toContain('<h1>');
    expect(logs.some((line) => line.includes(reference))).toBe(true);
    expect(logs.join()).not.toContain('private');
  }));

test('whoever asks too much is told to wait, on a page with a way on', () =>
  withBoard({ limits: { exact: 1, wider: 100 } }, async ({ origin }) => {
    const asJohn = { headers: { 'CF-Connecting-IP': '203.0.113.7' } };
    await fetch(`${origin}/jobs`, asJohn);
    const response = await fetch(`${origin}/jobs`, asJohn);
    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(await response.text()).toContain('That was a lot at once');
  }));

const DEAD_ENGINE = { MEILI_URL: 'http://127.0.0.1:9', MEILI_SEARCH_KEY: 'a-key-of-nobody', MEILI_SYNC_KEY: 'another-key-of-nobody' };

test('when the search engine is gone, the same jobs are found and the page says so quietly', () =>
  withBoard({ vars: DEAD_ENGINE, seeded: true }, async (board) => {
    await board.tick();
    const html = await (await fetch(`${board.origin}/jobs?q=nurse`)).text();
    expect(html).toContain('Registered <mark>nurse</mark>');
    expect(html).toContain('Search is running on its reserve');
  }));

test('a board without any ad says so and offers the feed', () =>
  withBoard({}, async ({ origin }) => {
    const html = await (await fetch(`${origin}/jobs`)).text();
    expect(html).toContain('No jobs are open at the moment');
    expect(html).toContain('/jobs/feed.xml');
  }));

test.each([
  '/jobs?q=%00%ff',
  '/jobs?q="%20OR%20*',
  '/jobs?place=%22%3E%3Cscript%3E',
  '/jobs?page=-1&salary=x&radius=9e9',
  '/jobs?type=a&type=b',
  '/jobs/%E2%80%AE',
])('%s is answered without an error', (path) =>
  withBoard({}, async ({ origin }) => {
    const response = await fetch(origin + path);
    expect(response.status).toBeLessThan(500);
    expect(inlineScripts(await response.text())).toEqual([]);
  }),
);
