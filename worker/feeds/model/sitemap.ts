import { escapeXml } from '#worker/kernel/escape.ts';

/** An address and when what stands there last changed (UTC milliseconds); null where nobody knows. */
export interface SitemapEntry {
  readonly url: string;
  readonly changedAt: number | null;
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (at most 50 000 entries). */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return document(
    'urlset',
    entries.map((entry) => element('url', entry)),
  );
}

/** A sitemap of sitemaps. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  return document(
    'sitemapindex',
    entries.map((entry) => element('sitemap', entry)),
  );
}

function document(root: string, elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${XMLNS}">\n${elements.join('')}</${root}>\n`;
}

function element(name: string, { url, changedAt }: SitemapEntry): string {
  const lastmod = changedAt === null ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
  return `<${name}><loc>${escapeXml(url)}</loc>${lastmod}</${name}>\n`;
}
