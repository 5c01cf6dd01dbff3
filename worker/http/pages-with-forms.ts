import { DEMONSTRATION_FORMS } from '#worker/http/demonstration-routes.ts';

/** Pages that handle a form of their own; every other page can only be read. Without a language segment. */
export const PAGES_WITH_FORMS: ReadonlySet<string> = new Set([
  '/cookies/choices',
  '/california/choices',
  '/sign-out',
  '/account/privacy/copy',
  '/account/sessions',
  '/account/prove',
  '/sign-in/factor',
  '/sign-in/lost-factor',
  '/account/security/app',
  '/account/security/codes',
  '/account/security/passkeys',
  '/account/security/remove',
  ...(__DEMONSTRATION__ ? DEMONSTRATION_FORMS : []),
]);
