/** Names and attributes of the two cookies of a choice. On https a browser lets nobody but this very host set them. */

/** In front of both names on an https address: no other address can then set or read them. */
export const HOST_PREFIX = '__Host-';

/** Of the cookie that our script reads and writes. `publicUrl`: the board's own origin; `location.origin` in a browser. */
export function consentCookieName(publicUrl: string): string {
  return `${prefix(publicUrl)}consent`;
}

/** Of the cookie that no script reads: it opens one's own record. */
export function secretCookieName(publicUrl: string): string {
  return `${prefix(publicUrl)}consent-secret`;
}

export interface ConsentCookieText {
  readonly publicUrl: string;
  readonly value: string;
  /** Seconds; 0 takes the cookie away. */
  readonly maxAge: number;
}

/** The cookie `consent` as `document.cookie` and `Set-Cookie` take it. */
export function consentCookieText({ publicUrl, value, maxAge }: ConsentCookieText): string {
  return `${consentCookieName(publicUrl)}=${value}; ${attributes(publicUrl, maxAge)}`;
}

/** The cookie `consent-secret` as `Set-Cookie` takes it. */
export function secretCookieText({ publicUrl, value, maxAge }: ConsentCookieText): string {
  return `${secretCookieName(publicUrl)}=${value}; ${attributes(publicUrl, maxAge)}; HttpOnly`;
}

function attributes(publicUrl: string, maxAge: number): string {
  return `Path=/; Max-Age=${maxAge}; SameSite=Lax${isPlain(publicUrl) ? '' : '; Secure'}`;
}

function prefix(publicUrl: string): string {
  return isPlain(publicUrl) ? '' : HOST_PREFIX;
}

/** Only localhost is ever without https. */
function isPlain(publicUrl: string): boolean {
  return publicUrl.startsWith('http:');
}
