import type { Processor } from '#worker/promises/model/processor.ts';

/** What the operator alone knows about a processor. */
export interface Agreement {
  /** The data processing agreement: what it is called and of which day. */
  readonly contract: string;
  /** `2026-09-01`: when the operator last looked at it. */
  readonly reviewed: string;
}

const TO_THE_US = { en: 'EU–US Data Privacy Framework and standard contractual clauses' };

/** Where the Worker runs and pages are served from. */
export function cloudflare(agreement: Agreement): Processor {
  return {
    ...agreement,
    id: 'cloudflare',
    name: 'Cloudflare, Inc.',
    role: 'processor',
    does: {
      en: 'Runs our program, hands out our pages and stores files: it passes on every request, with the network address that it comes from',
    },
    country: 'US',
    safeguard: TO_THE_US,
    hosts: [],
    privacyPolicy: 'https://www.cloudflare.com/privacypolicy/',
  };
}

/** Where the database lies. `host` is that of `DATABASE_URL`. */
export function turso({ host, ...agreement }: Agreement & { readonly host: string }): Processor {
  return {
    ...agreement,
    id: 'turso',
    name: 'ChiselStrike, Inc. (Turso)',
    role: 'processor',
    does: { en: 'Stores the database: ads, contact details kept apart, accounts, cookie choices and daily totals' },
    country: 'US',
    safeguard: { en: 'Standard contractual clauses' },
    hosts: [host],
    privacyPolicy: 'https://turso.tech/privacy-policy',
  };
}

/** Where searches are answered. `host` is that of `MEILI_URL`. */
export function meilisearchCloud({ host, ...agreement }: Agreement & { readonly host: string }): Processor {
  return {
    ...agreement,
    id: 'meilisearch-cloud',
    name: 'Meili SAS (Meilisearch Cloud)',
    role: 'processor',
    does: { en: 'Holds the search index of public ads and answers searches: it gets the words of a search, not who searches' },
    country: 'FR',
    safeguard: null,
    hosts: [host],
    privacyPolicy: 'https://www.meilisearch.com/privacy-policy',
  };
}

/** Who sends the board's mail. `host` is that of `SMTP_URL`; the rest is as the provider says it. */
export function mailProvider({
  host,
  ...provider
}: Agreement & Pick<Processor, 'name' | 'country' | 'safeguard' | 'privacyPolicy'> & { readonly host: string }): Processor {
  return {
    ...provider,
    id: 'mail-provider',
    role: 'processor',
    does: { en: 'Sends our mail: it gets the address and the words of each, and tells us when one comes back' },
    hosts: [host],
  };
}

/** Looks up the names of web sites that employers give as theirs. */
export function adguardDns(agreement: Agreement): Processor {
  return {
    ...agreement,
    id: 'adguard-dns',
    name: 'AdGuard Software Limited (AdGuard DNS)',
    role: 'controller',
    does: {
      en: 'Says which machine stands behind the name of a web site that an employer or an ad names: it gets that name alone, from our machine',
    },
    country: 'CY',
    safeguard: null,
    hosts: ['unfiltered.adguard-dns.com'],
    privacyPolicy: 'https://adguard-dns.io/en/privacy.html',
  };
}
