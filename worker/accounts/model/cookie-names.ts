import { HOST_PREFIX } from '#worker/consent/model/cookie-names.ts';

/**
 * The cookies of the doors, none of which a script can read: `session` is who is signed in, `sign-in` a sign-in or passkey half-way, `link`
 * what a link from a mail has opened, `known-browser` a browser that signed in before, and `draft` an ad begun without an account.
 */
export type DoorCookie = 'session' | 'sign-in' | 'link' | 'known-browser' | 'draft';

export interface DoorCookieText {
  /** The board's own origin. */
  readonly publicUrl: string;
  readonly name: DoorCookie;
  readonly value: string;
  /** Seconds; 0 takes the cookie away. */
  readonly maxAge: number;
}

/** On https a browser lets nobody but this very host set it; only localhost is ever without https. */
export function doorCookieName(name: DoorCookie, publicUrl: string): string {
  return isPlain(publicUrl) ? name : HOST_PREFIX + name;
}

/** A cookie of the doors as `Set-Cookie` takes it. */
export function doorCookieText({ publicUrl, name, value, maxAge }: DoorCookieText): string {
  const secure = isPlain(publicUrl) ? '' : '; Secure';
  return `${doorCookieName(name, publicUrl)}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}; HttpOnly`;
}

/** Takes a cookie of the doors away. */
export function endedCookie(name: DoorCookie, publicUrl: string): string {
  return doorCookieText({ publicUrl, name, value: '', maxAge: 0 });
}

function isPlain(publicUrl: string): boolean {
  return publicUrl.startsWith('http:');
}
