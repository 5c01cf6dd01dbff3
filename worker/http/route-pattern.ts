import { board } from '#worker/board/model/this-board.ts';
import { DEMONSTRATION_PATTERNS, DEMONSTRATION_ROUTES } from '#worker/http/demonstration-routes.ts';

/** Paths that are patterns of their own. */
const FIXED = new Set([
  ...(__DEMONSTRATION__ ? DEMONSTRATION_ROUTES : []),
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
  '/account',
  '/account/privacy',
  '/api/account',
  '/api/account/profile',
  '/api/account/mail',
  '/api/account/address',
  '/api/account/address/change',
  '/api/account/address/confirm',
  '/api/account/address/undo',
  '/account/profile',
  '/account/mail',
  '/account/address',
  '/account/address/confirm',
  '/account/address/undo',
  '/api/account/overview',
  '/api/sign-up',
  '/api/sign-up/confirm',
  '/api/sign-in',
  '/api/forgot',
  '/api/reset',
  '/api/links/open',
  '/api/links/opened',
  '/api/account/password',
  '/sign-up',
  '/sign-up/confirm',
  '/sign-in',
  '/forgot',
  '/reset',
  '/account/password',
  '/sign-out',
  '/account/sessions',
  '/account/prove',
  '/api/session',
  '/api/sign-out',
  '/api/sign-out/everywhere',
  '/api/account/sessions',
  '/api/account/sessions/end-others',
  '/api/prove',
]);

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  ...(__DEMONSTRATION__ ? DEMONSTRATION_PATTERNS : []),
  [/^\/open\/[^/]+$/, '/open/{kind}'],
  [/^\/jobs\/[^/]+$/, '/jobs/{slug}-{id}'],
  [/^\/employers\/[^/]+$/, '/employers/{slug}'],
  [/^\/privacy\/versions\/[^/]+$/, '/privacy/versions/{n}'],
  [/^\/cookies\/versions\/[^/]+$/, '/cookies/versions/{n}'],
  [/^\/terms\/versions\/[^/]+$/, '/terms/versions/{n}'],
  [/^\/california\/versions\/[^/]+$/, '/california/versions/{n}'],
  [/^\/api\/jobs\/[^/]+$/, '/api/jobs/{id}'],
  [/^\/api\/employers\/[^/]+$/, '/api/employers/{slug}'],
  [/^\/sitemaps\/[^/]+\.xml$/, '/sitemaps/{part}.xml'],
  [/^\/api\/account\/sessions\/[^/]+\/end$/, '/api/account/sessions/{handle}/end'],
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
