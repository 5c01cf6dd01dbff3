const MACHINE_PATHS =
  /^\/(healthz|robots\.txt|sitemap\.xml|sitemaps\/.*|feeds\/.*|pictures\/[^/]*|jobs\/feed\.[^/]*|\.well-known\/(security\.txt|gpc\.json|change-password))$/;

/** Whether a path is answered by the API's app rather than by a page. */
export function isForMachines(path: string): boolean {
  return path.startsWith('/api/') ? path !== '/api/docs' : MACHINE_PATHS.test(path);
}
