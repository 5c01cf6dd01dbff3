import { globSync, readFileSync } from 'node:fs';

const PAGES = new URL('../../site/pages/', import.meta.url);
/** What is shown instead of a page. */
const INSTEAD = /^\d{3}\.astro$/;
/** Pages about oneself, and those that a link from a mail opens: listed nowhere, and nothing optional runs on them. */
const OWN = /#site\/layouts\/(Door|Account|FromAd|Desk|Staff)\.astro|optional=\{false\}/;

/** The files of the pages for everybody, below `site/pages`. */
export function publicPages(): readonly string[] {
  const files = globSync('**/*.astro', { cwd: PAGES }).filter((file) => !INSTEAD.test(file));
  return files.filter((file) => !OWN.test(readFileSync(new URL(file, PAGES), 'utf8')));
}
