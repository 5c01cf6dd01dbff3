import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { leaveProofReport, provideProofReport } from '#worker/local/proof-report.ts';
import { hashSourceTree } from '#worker/local/source-tree.ts';

let folder: string;
let left: string;
let carried: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepword-proofs-'));
  left = join(folder, 'left', 'report.json');
  carried = join(folder, 'client', 'proof-report.json');
  mkdirSync(join(folder, 'client'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = (tree: string) => ({ tree, testedAt: '2026-11-22T10:00:00.000Z', proofs: [] });

test('a build carries the report of a run of these very sources', proves('promises-proven'), async () => {
  const made = report(await hashSourceTree());
  await leaveProofReport(made, left);
  await provideProofReport(folder, left);
  expect(JSON.parse(readFileSync(carried, 'utf8'))).toEqual(made);
});

test('a report of other sources is carried by no build, and an older one is taken away', proves('promises-proven'), async () => {
  writeFileSync(carried, JSON.stringify(report('older')));
  await leaveProofReport(report('other'), left);
  await provideProofReport(folder, left);
  expect(existsSync(carried)).toBe(false);
});

test.each(['', '{', 'null', '{"tree":1}'])('where what was left is “%s”, there is no report', async (text) => {
  mkdirSync(join(folder, 'left'));
  writeFileSync(left, text);
  await provideProofReport(folder, left);
  expect(existsSync(carried)).toBe(false);
});
