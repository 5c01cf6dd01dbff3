import { parse } from 'tldts';
import { FREE_MAIL } from '#worker/employers/model/free-mail.ts';
import { isOutsideName } from '#worker/outside/model/outside-address.ts';

/** Why a domain cannot be proven by anybody. */
export type DomainRefusal = 'no-domain' | 'not-public' | 'public-suffix' | 'free-mail';
export type DomainRead = { readonly is: 'domain'; readonly domain: string } | { readonly is: DomainRefusal };

/**
 * The registrable domain of what somebody typed: a domain, a web address or the part of a mail address after the @. In its ASCII form, in
 * which no two look alike. Below a suffix that many share, such as `github.io`, each has a domain of its own.
 */
export function readDomain(text: string): DomainRead {
  const name = hostIn(text.trim());
  if (name === null) return { is: 'no-domain' };
  const { domain, publicSuffix } = parse(name, { allowPrivateDomains: true });
  if (domain === null) return { is: publicSuffix === name && name.includes('.') ? 'public-suffix' : 'no-domain' };
  if (!isOutsideName(domain)) return { is: 'not-public' };
  return FREE_MAIL.has(domain) ? { is: 'free-mail' } : { is: 'domain', domain };
}

/** The registrable domain of an employer's web site; null where it names none. */
export function domainIn(website: string | null): string | null {
  const read = website === null ? null : readDomain(website);
  return read?.is === 'domain' ? read.domain : null;
}

function hostIn(text: string): string | null {
  const address = text.includes('@') && !text.includes('/') ? text.slice(text.lastIndexOf('@') + 1) : text;
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  const host = url?.hostname.replace(/\.$/, '') ?? '';
  return /^[a-z0-9.-]+$/.test(host) ? host : null;
}
