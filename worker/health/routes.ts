import { Hono } from 'hono';
import { checkHealth } from '#worker/health/check-health.ts';
import type { AppEnv } from '#worker/http/app-env.ts';

/** For whoever watches the board: 200 while it can answer, 503 when it cannot. */
export const healthRoutes = new Hono<AppEnv>().get('/healthz', async (c) => {
  const health = await checkHealth(c.var.container);
  return c.json(health, health.status === 'down' ? 503 : 200, { 'Cache-Control': 'no-store' });
});
