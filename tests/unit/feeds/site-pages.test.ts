import { expect, test } from 'vitest';
import { publicPages } from '#tests/support/public-pages.ts';
import { SITE_PAGES } from '#worker/feeds/model/site-pages.ts';

test('the sitemap names exactly the pages for everybody that need no data', () => {
  const files = publicPages().filter((file) => !file.includes('['));
  const paths = files.map((file) => `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`);
  expect([...SITE_PAGES].sort()).toEqual(paths.sort());
});
