import { z } from 'zod';
import { readSmtpUrl } from '#worker/mail/model/smtp-address.ts';

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

export const meilisearch = {
  MEILI_URL: z.url({ error: 'MEILI_URL is not an address: give http://… or https://….', protocol: /^https?$/ }).optional(),
  MEILI_SEARCH_KEY: z.string().min(1).optional(),
  MEILI_SYNC_KEY: z.string().min(1).optional(),
};

/** What is wrong where Meilisearch is configured by halves; null where it is whole or not at all. */
export function halfMeilisearch(values: Readonly<Record<string, unknown>>): string | null {
  const names = Object.keys(meilisearch);
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return null;
  const verb = missing.length === 1 ? 'is' : 'are';
  return `${missing.join(' and ')} ${verb} not set: Meilisearch needs MEILI_URL, MEILI_SEARCH_KEY and MEILI_SYNC_KEY, all three or none.`;
}

export const mail = {
  SMTP_URL: z
    .string()
    .refine(
      (text) => readSmtpUrl(text) !== null,
      'SMTP_URL must be smtps://user:password@host:465 or smtp://user:password@host:587 (with STARTTLS; without TLS only on this machine).',
    )
    .optional(),
  MAIL_WEBHOOK_SECRET: z.string().min(32, 'MAIL_WEBHOOK_SECRET is too short: give at least 32 random characters.').optional(),
};

/** What a live board lacks that has nobody to hand its mail to. */
export const WITHOUT_MAIL =
  'SMTP_URL is not set: a live board (PUBLIC_URL is set) sends mail, or nobody could make an account. Give smtps://user:password@host:465 or smtp://user:password@host:587.';

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
  return isAllowed && `${url.origin}/` === url.href;
}
