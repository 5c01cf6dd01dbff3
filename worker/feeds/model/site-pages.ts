/** Pages that are there without any data, for the sitemap. A test compares them with the site's own. */
export const SITE_PAGES: readonly string[] = ['/', '/jobs', '/api/docs'];
