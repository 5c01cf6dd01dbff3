/**
 * Whether a page was gone to from a page of ours: the browser says so, or, where it says nothing of the kind, the page that it names.
 * What another site embeds or links to is none: it could be made by anybody, in anybody's browser.
 */
export function isOwnNavigation(request: Request, origin: string): boolean {
  const { headers } = request;
  if (headers.has('Sec-Purpose')) return false;
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' && headers.get('Sec-Fetch-Mode') === 'navigate';
  return URL.parse(headers.get('Referer') ?? '')?.origin === origin;
}
