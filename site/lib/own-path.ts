const LONGEST = 2000;

/**
 * The page that somebody came from, as a path of our own; null for everything else: another site, what only looks like a path
 * (`//elsewhere.example`), and the pages that are themselves on the way.
 */
export function ownPathTo(
  text: string | null,
  { origin, not }: { readonly origin: string; readonly not: readonly string[] },
): string | null {
  const url = text === null || text.length > LONGEST ? null : URL.parse(text, origin);
  if (url === null || url.origin !== origin || not.includes(url.pathname)) return null;
  return url.pathname.startsWith('//') ? null : url.pathname + url.search;
}
