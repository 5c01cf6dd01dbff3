import { Hono } from 'hono';

/** Everything the board answers to programs. */
export function createApp(): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  return app;
}
