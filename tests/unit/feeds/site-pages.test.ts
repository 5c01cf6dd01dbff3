import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SITE_PAGES } from '#worker/feeds/model/site-pages.ts';

const ROOT = new URL('../../../site/pages/', import.meta.url);
/** What is shown instead of a page. */
const NOT_PAGES = new Set(['/404', '/429', '/500']);

test('the sitemap names exactly the pages that need no data', () => {
  const files = globSync('**/*.astro', { cwd: ROOT }).filter((file) => !file.includes('['));
  const paths = files.map((file) => `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`);
  expect([...SITE_PAGES].sort()).toEqual(paths.filter((path) => !NOT_PAGES.has(path)).sort());
});
