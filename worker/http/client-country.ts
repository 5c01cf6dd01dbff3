/**
 * Where a request came from, as the platform says it: ISO 3166-1 alpha-2, or `unknown`. The launcher takes such a header away from clients,
 * and our own pages hand it on to the API.
 */
export function clientCountry(request: Request): string {
  const said = platformCountry(request) ?? request.headers.get('CF-IPCountry') ?? '';
  return /^[A-Z]{2}$/.test(said) && said !== 'XX' ? said : 'unknown';
}

function platformCountry(request: Request): string | null {
  const cf = 'cf' in request ? request.cf : null;
  if (typeof cf !== 'object' || cf === null || !('country' in cf)) return null;
  return typeof cf.country === 'string' ? cf.country : null;
}
