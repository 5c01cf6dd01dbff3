import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';

/** An answer in JSON, as a route describes it. */
export const jsonAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body in JSON, as a route describes it. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** For answers about the one who asks. */
export const PRIVATE = { 'Cache-Control': 'no-store' };

/** Gives the browser cookies, as `Set-Cookie` takes them. */
export function giveCookies(c: Context<AppEnv>, texts: readonly string[]): void {
  for (const text of texts) c.header('Set-Cookie', text, { append: true });
}
