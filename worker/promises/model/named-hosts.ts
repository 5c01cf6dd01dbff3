import type { Words } from '#worker/promises/model/words.ts';

/** A host that stands in the code or on a page and is never called: neither by the board nor by a page. */
export interface NamedHost {
  readonly host: string;
  readonly reason: Words;
}

const NAMESPACE = { en: 'The name of a format, as its standard writes it; nobody asks for anything there' };
const FOLLOWED = { en: 'A link: nothing goes there unless you follow it' };

/** Everything else that is named is a processor. The check of the code compares. */
export const NAMED_HOSTS: readonly NamedHost[] = [
  { host: 'www.w3.org', reason: NAMESPACE },
  { host: 'purl.org', reason: NAMESPACE },
  { host: 'www.sitemaps.org', reason: NAMESPACE },
  { host: 'jsonfeed.org', reason: NAMESPACE },
  { host: 'schema.org', reason: NAMESPACE },
  { host: 'json-schema.org', reason: NAMESPACE },
  {
    host: 'www.geonames.org',
    reason: { en: 'A link to where the names of places come from, as their licence asks; nothing goes there unless you follow it' },
  },
  { host: 'policies.google.com', reason: FOLLOWED },
  { host: 'www.cloudflare.com', reason: FOLLOWED },
  { host: 'turso.tech', reason: FOLLOWED },
  { host: 'www.meilisearch.com', reason: FOLLOWED },
  { host: 'adguard-dns.io', reason: FOLLOWED },
];
