import { z } from 'zod';

/** Variables that the launcher checks before it starts and the Worker on its first request: alike. */

export const publicUrl = z
  .string()
  .refine(isOrigin, 'PUBLIC_URL must be an origin without a path: https://…, or http:// for localhost only.')
  .transform((text) => new URL(text).origin);

export const secret = z.string().min(32, 'SECRET is too short: give at least 32 random characters.');

export const databaseUrl = z
  .string()
  .regex(/^(libsql|https?):\/\/./, 'DATABASE_URL must begin with libsql://, https:// or http://.')
  .refine((text) => URL.canParse(text), 'DATABASE_URL is not an address.');

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
  return isAllowed && `${url.origin}/` === url.href;
}
