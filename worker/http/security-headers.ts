import type { Service, ServiceHosts } from '#worker/promises/model/services.ts';

type Header = readonly [name: string, value: string];

/** Nothing but files of our own, and the hosts of optional services that this board has switched on. */
function contentSecurityPolicy(services: readonly Service[]): string {
  const hosts = (kind: keyof ServiceHosts) => [...new Set(services.flatMap((service) => service.hosts[kind]))];
  const frames = hosts('frame');
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hosts('script')].join(' '),
    "style-src 'self'",
    ["img-src 'self' data:", ...hosts('image')].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...hosts('connect')].join(' '),
    ...(frames.length === 0 ? [] : [['frame-src', ...frames].join(' ')]),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** For a picture that somebody gave: opened by itself, nothing in it may run or ask for anything. */
export const PICTURE_POLICY = "default-src 'none'; sandbox";

const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

const ALWAYS: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not no-referrer: Chromium would then send "Origin: null" with our own forms.
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', PERMISSIONS.map((name) => `${name}=()`).join(', ')],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

const ONLY_HTTPS: Header = ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'];

/** The headers of every answer, static or not. `publicUrl` is null where a board has no address of its own yet (the demonstration's build). */
export function securityHeaders(publicUrl: string | null, services: readonly Service[]): readonly Header[] {
  const policy: Header = ['Content-Security-Policy', contentSecurityPolicy(services)];
  return [policy, ...ALWAYS, ...(publicUrl?.startsWith('https://') ? [ONLY_HTTPS] : [])];
}

/**
 * A page whose address holds a token names its origin alone to whatever it asks for next: no log of this board's own files learns the token.
 * Not no-referrer, for the same reason as above.
 */
export function referrerOf({ searchParams }: URL): Readonly<Record<string, string>> {
  return searchParams.has('token') ? { 'Referrer-Policy': 'strict-origin' } : {};
}
