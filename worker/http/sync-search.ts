import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#worker/http/app-env.ts';
import { type Log, logFailure } from '#worker/http/log.ts';
import { newId } from '#worker/kernel/random.ts';

/** Where people change what the public sees. */
const CHANGES_ADS = /^\/api\/(hire|moderate|admin)\//;

/** Brings the search engines up to date with what a request has changed, once it is answered: the next tick catches what this misses. */
export function syncSearchAfter(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.req.method !== 'POST' || !c.res.ok || !CHANGES_ADS.test(c.req.path)) return;
    const synced = c.var.container.syncSearch();
    c.executionCtx.waitUntil(synced.catch((error: unknown) => logFailure(log, { reference: newId(), error })));
  });
}
