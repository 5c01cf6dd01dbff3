/** Kinds of pages that are counted, after a yes: the public ones, by their route pattern. Never an address, for that may name what somebody looks for. */
export const COUNTED_PAGES = [
  '/',
  '/jobs',
  '/jobs/[job]',
  '/employers/[slug]',
  '/api/docs',
  '/promises',
  '/privacy',
  '/privacy/versions/[version]',
  '/cookies',
  '/cookies/versions/[version]',
  '/cookies/choices',
  '/terms',
  '/terms/versions/[version]',
  '/california',
  '/california/versions/[version]',
  '/california/choices',
  '/processors',
  '/accessibility',
  '/contact',
  '/about',
  '/seekers',
  '/hiring',
  '/ranking',
  '/transparency',
] as const;
export type CountedPage = (typeof COUNTED_PAGES)[number];

/** What can be used on a page, beside looking at it. `apply-outside`: the employer's own page for applying was opened. */
export const COUNTED_FEATURES = ['search', 'feed', 'apply-outside'] as const;
export type CountedFeature = (typeof COUNTED_FEATURES)[number];

/** One use: of a page, or of a feature on it. */
export interface CountedUse {
  readonly page: CountedPage;
  readonly feature?: CountedFeature | undefined;
}
