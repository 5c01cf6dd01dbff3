import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#worker/http/app-env.ts';

/**
 * Keeps Global Privacy Control on the account of whoever sends it while signed in: from then on the wish holds for the person, in each of
 * their browsers. Written once.
 */
export function noteGpc() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { account, container } = c.var;
    if (account !== null && !account.gpc && c.req.header('Sec-GPC') === '1') await container.settings.noteGpc(account.id);
    await next();
  });
}
