import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBuildDir } from '#tests/support/build-dir.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';
import { ensureBuilt } from '#worker/local/build.ts';

const publicUrl = 'https://jobs.example.org';
let live = '';

beforeAll(async () => {
  live = await mkdtemp(join(tmpdir(), 'keepword-live-'));
  await ensureBuilt({ buildDir: live, publicUrl, boardFile: null });
}, 300_000);

afterAll(() => rm(live, { recursive: true }));

test('a live bundle holds nothing that only a demonstration offers', async () => {
  const code = await textsIn(live, /\.(mjs|js|html)$/);
  expect(code.filter(({ text }) => /\/dev\/|__DEMONSTRATION__/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('the pages of a demonstration name no address of the board', async () => {
  const pages = await textsIn(join(testBuildDir, 'client'), /\.html$/);
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ text }) => /rel="canonical"|localhost/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('static files carry the headers of every answer', async () => {
  const lines = (await readFile(join(live, 'client', '_headers'), 'utf8')).split('\n');
  const everywhere = lines.slice(lines.indexOf('/*') + 1, lines.indexOf(''));
  expect(everywhere).toEqual(securityHeaders(publicUrl, []).map(([name, value]) => `  ${name}: ${value}`));
  expect(everywhere.join('\n')).toContain('Strict-Transport-Security');
});

test('a build is made once for the same sources and address, and anew for another address', async () => {
  const builds: string[] = [];
  await ensureBuilt({ buildDir: live, publicUrl, boardFile: null, onStart: () => builds.push('the same') });
  expect(builds).toEqual([]);
  const other = { buildDir: live, publicUrl: 'https://other.example.org', boardFile: null, onStart: () => stop() };
  await expect(ensureBuilt(other)).rejects.toThrow('it would build');
});

function stop(): never {
  throw new Error('it would build');
}

async function textsIn(folder: string, names: RegExp): Promise<readonly { path: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && names.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
