import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { freshFolder, startProcess } from '#tests/support/start-process.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const BOARD = 'tests/support/other-board.ts';

test('with BOARD, one start gives that board: its name, its services’ hosts, and ads of its countries, currencies and categories', {
  timeout: 240_000,
}, async () => {
  const folder = await freshFolder();
  const board = await startProcess({ BOARD, DATA_DIR: join(folder, 'data'), BUILD_DIR: join(folder, 'build') });
  const address = await board.address();
  const page = await fetch(address);
  expect(await page.text()).toContain(otherBoard.name);
  const policy = new Map(securityHeaders(address, servicesOf(otherBoard))).get('Content-Security-Policy');
  for (const path of ['/', '/jobs', '/healthz'])
    expect((await fetch(address + path)).headers.get('Content-Security-Policy'), path).toBe(policy);
  const { total, facets, jobs } = await (await fetch(`${address}/api/jobs`)).json();
  expect(total).toBeGreaterThan(5);
  const known = otherBoard.categories.map(({ id }) => id);
  for (const { value } of facets.category) expect(known).toContain(value);
  const lands = jobs.flatMap(({ places }: { places: { country: string }[] }) => places.map(({ country }) => country));
  expect([...new Set(lands)].toSorted()).toEqual(otherBoard.countries);
  expect(await board.stop('SIGTERM')).toBe(0);
  expect(board.errors()).toBe('');
});

test.each([
  ['is not there', null, /^BOARD names .*board\.ts, which is not there\. Give it the path of a \.ts or \.mjs file, .*\n$/],
  ['holds no board', 'export const settings = {};', /^BOARD names .*, which exports no board: .*\n$/],
  ['cannot be read', 'export const board = {', /^BOARD names .*, which cannot be read: .*\n$/],
  ['holds half a board', 'export const board = { name: "Half" };', /^The board file .* is not right\.\nlanguages is missing: .*\n/],
])('a BOARD that %s is said in plain words, whatever the command', async (_what, text, sentence) => {
  const folder = await freshFolder();
  const file = join(folder, 'board.ts');
  if (text !== null) await writeFile(file, text);
  const board = await startProcess({ BOARD: file, DATA_DIR: join(folder, 'data') });
  expect(await board.ended).toBe(1);
  expect(board.errors()).toMatch(sentence);
});

test('a board may lie anywhere and begin with the demonstration’s', async () => {
  const folder = await freshFolder();
  const text = `
    import type { Board } from '#worker/board/model/board.ts';
    import { board as demonstration } from '#worker/board/model/this-board.ts';
    export const board: Board = { ...demonstration, minimumAge: 12 };`;
  await writeFile(join(folder, 'mine.ts'), text);
  const board = await startProcess({ BOARD: join(folder, 'mine.ts'), DATA_DIR: join(folder, 'data') });
  expect(await board.ended).toBe(1);
  expect(board.errors()).toMatch(/^The board file .* is not right\.\nminimumAge must be a whole number from 13 to 99: .*\n$/);
});
