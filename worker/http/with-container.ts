import { createMiddleware } from 'hono/factory';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import type { Clock } from '#worker/kernel/clock.ts';

/** Gives each request its own container. */
export function withContainer(clock: Clock) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('container', createContainer(configOf(c.env), clock));
    await next();
  });
}
