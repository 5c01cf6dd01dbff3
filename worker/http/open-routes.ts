/** Files for machines, which the description of the API leaves out: anybody may read them. By method and path. */
export const OPEN_ROUTES: readonly string[] = [
  'GET /api/openapi.json',
  'GET /jobs/feed.xml',
  'GET /jobs/feed.atom',
  'GET /jobs/feed.json',
  'GET /feeds/jobs.xml',
  'GET /sitemap.xml',
  'GET /sitemaps/{part}.xml',
  'GET /robots.txt',
  'GET /.well-known/security.txt',
  'GET /.well-known/gpc.json',
  'GET /.well-known/change-password',
  'GET /healthz',
  'GET /pictures/{id}',
];
