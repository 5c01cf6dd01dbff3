import { markdownToHtml } from '#worker/kernel/markdown.ts';

/** Pages of the board that are only read, in any language: the first one, the search, an ad, an employer. */
const ONLY_READ = /^(?:\/[a-z]{2})?(?:\/|\/(?:jobs|employers)(?:\/[\w-]+)?)?$/;

/**
 * Whether an address is one of this board's own where opening it may do something: show a contact, count against whoever follows it, open a
 * form. What others write may lead nobody there.
 */
export function leadsToAct(address: string, publicUrl: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.host === new URL(publicUrl).host && !ONLY_READ.test(url.pathname);
}

/** Spares most texts the reading: no link of Markdown is without one of these. */
const MAY_LINK = /\]\(|\]:|<https:/i;

/** The same for the links of a text in Markdown, as they are once it is shown. */
export function textLeadsToAct(markdown: string, publicUrl: string): boolean {
  if (!MAY_LINK.test(markdown)) return false;
  const links = markdownToHtml(markdown).matchAll(/<a href="([^"]*)"/g);
  return links.some(([, href = '']) => leadsToAct(href, publicUrl));
}
