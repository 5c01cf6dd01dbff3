import type { ConsentSettings } from '#site/lib/consent-settings.ts';
import { type ConsentCookie, type ConsentState, readConsentCookie, weighConsent } from '#worker/consent/model/consent-cookie.ts';
import { consentCookieName } from '#worker/consent/model/cookie-names.ts';

/** What this browser's cookie says, and what that allows now. */
export interface Choice extends ConsentState {
  readonly cookie: ConsentCookie | null;
}

export function presentChoice({ services }: ConsentSettings, gpc = signalInScript()): Choice {
  const cookie = readConsentCookie(cookieText());
  return { cookie, ...weighConsent({ cookie, services, gpc, now: Date.now() }) };
}

/** The value of our own cookie; empty where there is none. */
export function cookieText(): string {
  const name = `${consentCookieName(location.origin)}=`;
  const own = document.cookie.split('; ').find((entry) => entry.startsWith(name));
  return own?.slice(name.length) ?? '';
}

/**
 * Whether this browser keeps cookies. Chromium calls them enabled although its user blocks them all; but then it denies every other
 * store, too, and to name one neither reads nor keeps anything.
 */
export function keepsCookies(): boolean {
  try {
    return navigator.cookieEnabled && localStorage !== undefined;
  } catch {
    return false;
  }
}

/** Global Privacy Control, where the browser shows it to scripts. */
export function signalInScript(): boolean {
  return Reflect.get(navigator, 'globalPrivacyControl') === true;
}
