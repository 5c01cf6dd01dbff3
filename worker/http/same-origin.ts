const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Paths whose unsafe requests may come from anywhere, because they use no cookie and carry their own proof. */
export const EXEMPT_FROM_SAME_ORIGIN: readonly string[] = ['/api/mail/reports', '/api/mail/unsubscribe'];

/** Whether a request may act: safe, exempt, or sent by a page of this board. A request that does not say where it comes from may not. */
export function mayAct(request: Request, publicUrl: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  if (EXEMPT_FROM_SAME_ORIGIN.includes(new URL(request.url).pathname)) return true;
  const origin = request.headers.get('Origin');
  const site = request.headers.get('Sec-Fetch-Site');
  if (origin === null && site === null) return false;
  return (origin === null || origin === publicUrl) && (site === null || site === 'same-origin');
}
