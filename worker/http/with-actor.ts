import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import { whoIs } from '#worker/accounts/who-is.ts';
import type { AppEnv } from '#worker/http/app-env.ts';

/**
 * Says who sends the request, where an answer may be about them (`isOwn`): `c.var.actor`, `c.var.account` and `c.var.link`. Elsewhere everybody
 * is a visitor, and answers are the same for all.
 */
export function withActor(isOwn: (path: string) => boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { container } = c.var;
    const cookie = (name: 'session' | 'link') => (isOwn(c.req.path) ? getCookie(c, doorCookieName(name, container.publicUrl)) : undefined);
    const { actor, account, link } = await whoIs(container, { session: cookie('session'), link: cookie('link') });
    c.set('actor', actor);
    c.set('account', account);
    c.set('link', link);
    await next();
  });
}
