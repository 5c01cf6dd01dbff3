import { createMiddleware } from 'hono/factory';

/** Answers may be kept but must be asked about before each use: what was stopped is gone from the next answer. */
export function freshness() {
  return createMiddleware(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'public, max-age=0, must-revalidate');
  });
}
