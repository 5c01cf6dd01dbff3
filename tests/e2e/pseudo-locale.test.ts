import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { visibleText } from '#tests/support/visible-text.ts';
import { board as thisBoard } from '#worker/board/model/this-board.ts';
import { CLAUSES } from '#worker/promises/model/clauses.ts';

let board: TestBoard;
let folder: string;
let data: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pseudo-locale-'));
  const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
  await promisify(execFile)('node', ['tests/support/build-pseudo-locale.ts', folder], { env });
  board = await startBoard({ seeded: true, buildDir: folder });
  await board.tick();
  const answers = [
    '/api/jobs',
    '/api/jobs?q=nurse',
    '/api/jobs?place=Springfield',
    '/api/employers/pelham-gate-health',
    '/api/openapi.json',
    await nurse('/api/jobs/'),
  ];
  data = stringsIn([thisBoard, CLAUSES, ...(await Promise.all(answers.map(json)))]);
});
afterAll(async () => {
  await board.close();
  await rm(folder, { recursive: true });
});

async function json(path: string): Promise<unknown> {
  return (await fetch(board.origin + path)).json();
}

/** An address of the one nurse's ad: its page's, or the API's. */
async function nurse(prefix: '/jobs/' | '/api/jobs/'): Promise<string> {
  const page = /\/jobs\/(registered-nurse[^"]*-(\w+))"/.exec(await (await fetch(`${board.origin}/api/jobs?q=nurse`)).text());
  return prefix + (prefix === '/jobs/' ? page?.[1] : page?.[2]);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.replace(/\s+/g, ' ')];
  return typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value).flatMap(stringsIn)] : [];
}

/** What is left of a text without messages, data, and what `Intl` writes. */
function strange(text: string): readonly string[] {
  const rest = withoutMessages(text)
    .replace(/\d+ (January|February|March|April|May|June|July|August|September|October|November|December) \d+/g, '')
    .replace(/(?<!-)\b([A-Z]{3}|km|GET|POST)\b/g, '');
  const countries = new Intl.DisplayNames('en', { type: 'region' });
  const known = [...data, ...thisBoard.countries.map((code) => countries.of(code) ?? '')];
  const pieces = rest.split(/, |\. | · |×/).map((piece) => piece.replace(/^[\s·.]+|[\s.]+$/g, ''));
  return pieces.filter((piece) => /\p{L}/u.test(piece) && !piece.startsWith('/') && !known.some((string) => string.includes(piece)));
}

/** Messages hold one another: the innermost go first. */
function withoutMessages(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === text ? rest : withoutMessages(rest);
}

test.each([
  ['/'],
  ['/429'],
  ['/nowhere'],
  ['/jobs'],
  ['/jobs?q=nurze&salary=20/hour&posted=never&sort=salary&page=9'],
  ['/jobs?q=xyzzyxyzzy&place=Springfield&type=full-time&remote=SE'],
  ['/employers/pelham-gate-health'],
  ['/api/docs'],
  ['an ad'],
])('every word of %s comes from the catalogue or from data', proves('one-language-a-page'), async (path) => {
  const response = await fetch(board.origin + (path === 'an ad' ? await nurse('/jobs/') : path));
  const texts = visibleText(await response.text());
  expect(texts.filter((text) => text.includes('⟦')).length).toBeGreaterThan(3);
  expect(texts.flatMap(strange)).toEqual([]);
});
