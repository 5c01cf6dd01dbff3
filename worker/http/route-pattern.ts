import { board } from '#worker/board/model/this-board.ts';

/** Paths that are patterns of their own. */
const FIXED = new Set([
  '/',
  '/jobs',
  '/healthz',
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/security.txt',
  '/.well-known/gpc.json',
  '/.well-known/change-password',
  '/promises',
  '/privacy',
  '/cookies',
  '/cookies/choices',
  '/terms',
  '/california',
  '/california/choices',
  '/processors',
  '/accessibility',
  '/contact',
  '/about',
  '/seekers',
  '/hiring',
  '/ranking',
  '/jobs/feed.xml',
  '/jobs/feed.atom',
  '/jobs/feed.json',
  '/feeds/jobs.xml',
  '/api/openapi.json',
  '/api/docs',
  '/api/jobs',
  '/api/places',
  '/api/consent',
  '/api/consent/record',
  '/api/promises',
  '/api/counters',
]);

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\/jobs\/[^/]+$/, '/jobs/{slug}-{id}'],
  [/^\/employers\/[^/]+$/, '/employers/{slug}'],
  [/^\/privacy\/versions\/[^/]+$/, '/privacy/versions/{n}'],
  [/^\/cookies\/versions\/[^/]+$/, '/cookies/versions/{n}'],
  [/^\/terms\/versions\/[^/]+$/, '/terms/versions/{n}'],
  [/^\/california\/versions\/[^/]+$/, '/california/versions/{n}'],
  [/^\/api\/jobs\/[^/]+$/, '/api/jobs/{id}'],
  [/^\/api\/employers\/[^/]+$/, '/api/employers/{slug}'],
  [/^\/sitemaps\/[^/]+\.xml$/, '/sitemaps/{part}.xml'],
  [/^\/_astro\//, '/_astro/{file}'],
];

/** The pattern that a path belongs to, for the log: never the path itself, which may hold anything that somebody typed. */
export function routePattern(path: string): string {
  const plain = withoutLanguage(path);
  if (FIXED.has(plain)) return plain;
  return PATTERNS.find(([expression]) => expression.test(plain))?.[1] ?? '(other)';
}

/** A path without the segment of an interface language that is not the board's first. */
export function withoutLanguage(path: string): string {
  const [, first, ...rest] = path.split('/');
  return first !== undefined && board.languages.slice(1).includes(first) ? `/${rest.join('/')}` : path;
}
