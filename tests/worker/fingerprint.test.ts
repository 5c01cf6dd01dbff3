import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { freshFolder } from '#tests/support/start-process.ts';
import { fingerprint } from '#worker/local/fingerprint.ts';

const boardFile = fileURLToPath(new URL('../support/other-board.ts', import.meta.url));
const [, announced] = otherBoard.policyVersions;

afterEach(() => {
  vi.useRealTimers();
});

test('a build is stale from the day on which an announced version takes effect, and not a day before', async () => {
  const on = (day: string) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${day}T12:00:00Z`) });
    return fingerprint({ publicUrl: null, boardFile });
  };
  const before = new Date(Date.parse(announced?.effective ?? '') - 86_400_000).toISOString().slice(0, 10);
  const lastDay = await on(before);
  expect(await on(announced?.announced ?? '')).toBe(lastDay);
  expect(await on(announced?.effective ?? '')).not.toBe(lastDay);
});

test('a build is stale when anything in the board file changes, or a text that was published', async () => {
  const one = await fileOf(otherBoard);
  const same = await fileOf(otherBoard);
  const older = await fileOf({ ...otherBoard, minimumAge: 18 });
  const published = await fileOf(otherBoard);
  await mkdir(join(published, '..', 'policies', '1'), { recursive: true });
  await writeFile(join(published, '..', 'policies', '1', 'privacy.en.json'), '{}');
  const of = (file: string | null) => fingerprint({ publicUrl: null, boardFile: file });
  expect(await of(same)).toBe(await of(one));
  for (const other of [older, published, null]) expect(await of(other)).not.toBe(await of(one));
});

async function fileOf(board: object): Promise<string> {
  const file = join(await freshFolder(), 'board.mjs');
  await writeFile(file, `export const board = ${JSON.stringify(board)};`);
  return file;
}
