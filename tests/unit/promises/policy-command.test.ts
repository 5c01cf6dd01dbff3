import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { projectDir } from '#worker/local/project.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepword-policy-command-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const FIRST = { version: 1, announced: '2026-01-12', effective: '2026-01-12', changes: [] };
const ANNOUNCED = { version: 2, announced: day(-1), effective: day(40), changes: [{ en: 'For people of a higher age.' }] };

/** A board file beside the archive: this project's own board, but for what is said. */
function boardFile(name: string, differences: object): string {
  const file = join(folder, name);
  const text = `export const board = { ...own, ...${JSON.stringify(differences)} };`;
  writeFileSync(file, `import { board as own } from '#worker/board/model/this-board.ts';\n${text}\n`);
  return file;
}

/** `npm run policy -- …`, without npm. */
function policy(file: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['worker/local/run.mjs', 'worker/local/policy.ts', ...words], {
    cwd: projectDir,
    env: { ...process.env, BOARD: file },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const published = (version: number) => join(folder, 'policies', String(version), 'privacy.en.json');

test('what was published is not written over by mistake, and said again with --yes', { timeout: 60_000 }, () => {
  const board = boardFile('board.ts', { policyVersions: [FIRST] });
  expect(policy(board, 'write')).toMatchObject({ status: 0, stderr: '' });
  expect(policy(board, 'check')).toMatchObject({ status: 0, stdout: 'Version 1 is in force and in the archive, as the data say it.\n' });
  const before = readFileSync(published(1), 'utf8');
  const changed = boardFile('board.ts', { policyVersions: [FIRST], minimumAge: 18 });
  expect(policy(changed, 'write').stderr).toMatch(/^Version 1 was published on 2026-01-12, and its words have changed since\./);
  expect(readFileSync(published(1), 'utf8')).toBe(before);
  expect(policy(changed, 'check')).toMatchObject({ status: 1 });
  expect(policy(changed, 'write', '--yes').status).toBe(0);
  expect(policy(changed, 'check').status).toBe(0);
});

test('an announced version is written ahead, from a board file as it will be', { ...proves('announced-ahead'), timeout: 60_000 }, () => {
  const board = boardFile('board.ts', { policyVersions: [FIRST, ANNOUNCED] });
  expect(policy(board, 'write').status).toBe(0);
  expect(policy(board, 'check').stderr).toContain('npm run policy -- write --version 2');
  const next = boardFile('next.ts', { policyVersions: [FIRST, ANNOUNCED], minimumAge: 18 });
  expect(policy(next, 'write', '--version', '2').status).toBe(0);
  expect(readFileSync(published(2), 'utf8')).toContain('people of 18 and older');
  expect(readFileSync(published(1), 'utf8')).toContain('people of 16 and older');
  expect(policy(board, 'check').status).toBe(0);
});

test('a command that it does not know, and a version that there is not, are answered with what to do', { timeout: 60_000 }, () => {
  const board = boardFile('board.ts', { policyVersions: [FIRST] });
  expect(policy(board, 'publish')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run policy -- check') });
  expect(policy(board, 'write', '--version', '7').stderr).toMatch(/names no version 7: add it there, or name one that is there/);
  expect(policy(board, 'write', '--loud').stderr).toContain('npm run policy -- check');
  expect(existsSync(published(1))).toBe(false);
});
