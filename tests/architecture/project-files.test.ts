import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';

const projectDir = fileURLToPath(new URL('../../', import.meta.url));

const lockFile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});

test('the lock file names no host to install from', async () => {
  expect(await textOf('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\/-\//);
});

test('the lock file says by its hash what each package must be', async () => {
  const { packages } = lockFile.parse(JSON.parse(await textOf('package-lock.json')));
  const unproven = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
  expect(unproven.map(([path]) => path)).toEqual([]);
});

test('every dependency is pinned to one version', async () => {
  const { dependencies, devDependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await textOf('package.json')));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('the platform limits requests as the board file says', async () => {
  const text = await textOf('wrangler.toml');
  expect(limitIn(text, 'RATE_EXACT')).toBe(board.rateLimits.exactPerMinute);
  expect(limitIn(text, 'RATE_WIDER')).toBe(board.rateLimits.widerPerMinute);
});

test(
  'the platform is told to keep no log of requests, for it would keep words and addresses',
  proves('logs-without-people', 'search-forgets'),
  async () => {
    expect(await textOf('wrangler.toml')).toMatch(/^\[observability\]\nenabled = false$/m);
  },
);

test('files import each other by alias, never by climbing', async () => {
  const { stdout } = await promisify(execFile)('git', ['grep', '-nE', "from '\\.\\.?/", '--', '*.ts', '*.tsx', '*.astro'], {
    cwd: projectDir,
  }).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
});

test('the configuration that is committed holds no secret and no variable', async () => {
  expect(await textOf('wrangler.toml')).not.toMatch(/\[vars\]|secret|token|_key|_url/i);
});

function limitIn(text: string, name: string): number {
  const [, limit] = new RegExp(`name = "${name}"[^[]*simple = \\{ limit = (\\d+), period = 60 \\}`).exec(text) ?? [];
  return Number(limit);
}

function textOf(file: string): Promise<string> {
  return readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
}
