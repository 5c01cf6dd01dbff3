import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EVERY_PAGE } from '#tests/support/every-page.ts';

const pages = fileURLToPath(new URL('../../site/pages', import.meta.url));

test('every page is looked at by the tests that hold pages to their bars', async () => {
  const files = (await readdir(pages, { recursive: true })).filter((file) => file.endsWith('.astro'));
  expect([...new Set(EVERY_PAGE.map(({ file }) => file))].sort()).toEqual(files.sort());
});

test('no two visits share a name', () => {
  expect(new Set(EVERY_PAGE.map(({ name }) => name)).size).toBe(EVERY_PAGE.length);
});
