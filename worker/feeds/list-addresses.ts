import type { EmployersRepository } from '#db/repositories/employers.ts';
import type { SitemapLinksRepository } from '#db/repositories/sitemap-links.ts';
import { SITE_PAGES } from '#worker/feeds/model/site-pages.ts';
import type { SitemapEntry } from '#worker/feeds/model/sitemap.ts';
import { employerPath, jobPath } from '#worker/jobs/model/addresses.ts';
import { DomainError } from '#worker/kernel/errors.ts';

const MOST_EMPLOYERS = 40_000;

export interface ListAddressesContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly employers: Pick<EmployersRepository, 'links'>;
  readonly sitemapLinks: SitemapLinksRepository;
}

/** The sitemaps there are: pages, employers, and the ads in as many parts as they need. */
export async function listSitemaps({ now, publicUrl, sitemapLinks }: ListAddressesContext): Promise<readonly SitemapEntry[]> {
  const parts = await sitemapLinks.parts(now);
  const named = parts.map(({ prefix, updatedAt }) => ({ name: `jobs${prefix === '' ? '' : `-${prefix}`}`, changedAt: updatedAt }));
  const all = [{ name: 'pages', changedAt: null }, { name: 'employers', changedAt: null }, ...named];
  return all.map(({ name, changedAt }) => ({ url: `${publicUrl}/sitemaps/${name}.xml`, changedAt }));
}

/** What stands in one sitemap. */
export async function listAddresses(context: ListAddressesContext, { part }: { readonly part: string }): Promise<readonly SitemapEntry[]> {
  const { now, publicUrl, employers, sitemapLinks } = context;
  if (part === 'pages') return SITE_PAGES.map((path) => ({ url: `${publicUrl}${path}`, changedAt: null }));
  if (part === 'employers') {
    const links = await employers.links('', { now, limit: MOST_EMPLOYERS });
    return links.map(({ slug, updatedAt }) => ({ url: `${publicUrl}${employerPath(slug)}`, changedAt: updatedAt }));
  }
  const prefix = /^jobs(?:-([a-z2-7]{1,4}))?$/.exec(part);
  if (prefix === null) throw new DomainError('not_found', 'There is no such sitemap.');
  const links = await sitemapLinks.links(prefix[1] ?? '', now);
  return links.map((link) => ({ url: `${publicUrl}${jobPath(link)}`, changedAt: link.updatedAt }));
}
