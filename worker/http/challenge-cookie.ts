import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import type { AppEnv } from '#worker/http/app-env.ts';

/** What ties a sign-in or a passkey half-way to this browser, as it came; null without it. */
export function challengeCookie(c: Context<AppEnv>): string | null {
  return getCookie(c, doorCookieName('sign-in', c.var.container.publicUrl)) ?? null;
}
