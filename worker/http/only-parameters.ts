import type { MiddlewareHandler } from 'hono';
import { DomainError } from '#worker/kernel/errors.ts';

/** Refuses query parameters that a route does not know, so that a mistyped one is noticed. */
export function onlyParameters(...known: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    refuseParameters([...new Set(new URL(c.req.url).searchParams.keys())].filter((name) => !known.includes(name)));
    await next();
  };
}

export function refuseParameters(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const fields = unknown.slice(0, 10).map((name) => ({ field: name.slice(0, 100), message: 'There is no such parameter here.' }));
  throw new DomainError('invalid', 'Some parameters are not known here. The API document names those that are.', fields);
}
