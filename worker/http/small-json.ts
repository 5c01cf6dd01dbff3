import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { errorAnswer } from '#worker/http/error-answer.ts';
import { type DomainError, invalidField } from '#worker/kernel/errors.ts';

/** As narrow as Hono reads it: what it takes for another type never reaches the schema. */
const JSON_TYPE = /^application\/json(;\s*[a-zA-Z0-9-]+=[^;]+)*$/;

/** Lets only a body of JSON through, of so many bytes at most. What it says is for the route's schema. */
export function smallJson(most: number): readonly [MiddlewareHandler, MiddlewareHandler] {
  const message = `A body may have ${most} bytes at most here.`;
  const limit = bodyLimit({
    maxSize: most,
    onError: () => errorAnswer({ code: 'too_large', message, fields: [{ field: 'body', message }] }),
  });
  const parse = createMiddleware(async (c, next) => {
    const text = await c.req.text();
    if (!JSON_TYPE.test(c.req.header('Content-Type') ?? '') || !isObject(text)) throw notJson();
    await next();
  });
  return [limit, parse];
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function notJson(): DomainError {
  const message = 'Send one JSON object, with Content-Type: application/json.';
  return invalidField('body', message);
}
