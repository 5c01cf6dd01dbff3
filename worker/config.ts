import { z } from 'zod';
import type { Env, FileBucket, RateLimiter, StaticFiles } from '#worker/env.ts';
import { readSmtpUrl, type SmtpAddress } from '#worker/mail/model/smtp-address.ts';
import { databaseUrl, halfMeilisearch, mail, meilisearch, publicUrl, secret, WITHOUT_MAIL } from '#worker/variables.ts';

/** The configuration is wrong: the message names each variable and what to set. For the operator, never for a visitor. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration is not complete. ${problems.join(' ')}`);
    this.name = 'ConfigError';
  }
}

export interface Config {
  readonly database: { readonly url: string; readonly token: string };
  /** The origin of every absolute address, without a slash at the end. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly meilisearch: { readonly url: string; readonly searchKey: string; readonly syncKey: string } | null;
  /** Null on a demonstration whose mails wait to be read. */
  readonly smtp: SmtpAddress | null;
  /** Under which the mail provider signs its reports; null where it sends none. */
  readonly mailWebhookSecret: string | null;
  readonly rateExact: RateLimiter;
  readonly rateWider: RateLimiter;
  readonly files: FileBucket;
  /** The static files of this build; null where there are none, as in a command. */
  readonly assets: StaticFiles | null;
}

const required = (name: string, whatToSet: string) => z.string({ error: `${name} is not set: ${whatToSet}.` });

const limiter = (name: string) =>
  z.custom<RateLimiter>((value) => typeof value === 'object' && value !== null && 'limit' in value, {
    error: `${name} is missing: bind a rate limiter of that name in wrangler.toml.`,
  });

const bucket = z.custom<FileBucket>((value) => typeof value === 'object' && value !== null && 'put' in value, {
  error: 'FILES is missing: bind an R2 bucket of that name in wrangler.toml.',
});

const variables = z.object({
  DATABASE_URL: required('DATABASE_URL', 'give the address of the libSQL database (libsql://… or http://…)').pipe(databaseUrl),
  DATABASE_TOKEN: z.string().default(''),
  PUBLIC_URL: required('PUBLIC_URL', "give the board's own origin, such as https://jobs.example.org").pipe(publicUrl),
  SECRET: required('SECRET', 'give at least 32 random characters').pipe(secret),
  ...meilisearch,
  ...mail,
  RATE_EXACT: limiter('RATE_EXACT'),
  RATE_WIDER: limiter('RATE_WIDER'),
  FILES: bucket,
});

const parsed = new WeakMap<Env, Config>();

/** Reads the environment, once for each environment object. Throws a ConfigError. */
export function configOf(env: Env): Config {
  const known = parsed.get(env);
  if (known !== undefined) return known;
  const config = parseConfig(env);
  parsed.set(env, config);
  return config;
}

function parseConfig(env: Env): Config {
  const result = variables.safeParse(withoutBlanks(env));
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => issue.message));
  const values = result.data;
  return {
    database: { url: values.DATABASE_URL, token: values.DATABASE_TOKEN },
    publicUrl: values.PUBLIC_URL,
    secret: values.SECRET,
    meilisearch: meilisearchOf(values),
    smtp: smtpOf(values),
    mailWebhookSecret: values.MAIL_WEBHOOK_SECRET ?? null,
    rateExact: values.RATE_EXACT,
    rateWider: values.RATE_WIDER,
    files: values.FILES,
    assets: env.ASSETS ?? null,
  };
}

/** A variable that is set to nothing is not set. */
function withoutBlanks(env: Env): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function smtpOf({ SMTP_URL }: z.output<typeof variables>): SmtpAddress | null {
  if (SMTP_URL === undefined && !__DEMONSTRATION__) throw new ConfigError([WITHOUT_MAIL]);
  return SMTP_URL === undefined ? null : readSmtpUrl(SMTP_URL);
}

function meilisearchOf(values: z.output<typeof variables>): Config['meilisearch'] {
  const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey, MEILI_SYNC_KEY: syncKey } = values;
  const half = halfMeilisearch(values);
  if (half !== null) throw new ConfigError([half]);
  return url === undefined || searchKey === undefined || syncKey === undefined ? null : { url, searchKey, syncKey };
}
