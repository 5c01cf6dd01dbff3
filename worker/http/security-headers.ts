type Header = readonly [name: string, value: string];

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'publickey-credentials-get', 'usb'];

const ALWAYS: readonly Header[] = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  // Not no-referrer: Chromium would then send "Origin: null" with our own forms.
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', PERMISSIONS.map((name) => `${name}=()`).join(', ')],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

const ONLY_HTTPS: Header = ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'];

/** The headers of every answer, static or not. `publicUrl` is null where a board has no address of its own yet (the demonstration's build). */
export function securityHeaders(publicUrl: string | null): readonly Header[] {
  return publicUrl?.startsWith('https://') ? [...ALWAYS, ONLY_HTTPS] : ALWAYS;
}

/** The same answer with the headers on it; an answer's own headers of these names are replaced. */
export function withSecurityHeaders(response: Response, publicUrl: string | null): Response {
  const secured = new Response(response.body, response);
  for (const [name, value] of securityHeaders(publicUrl)) secured.headers.set(name, value);
  return secured;
}
