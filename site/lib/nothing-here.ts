/** For `Astro.rewrite`: the page that says there is nothing at this address. A request of its own, because the body of a sent form can be read only once. */
export function nothingHere(request: Request): Request {
  return new Request(new URL('/404', request.url), { headers: request.headers });
}
