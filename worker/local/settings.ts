import { resolve } from 'node:path';
import { z } from 'zod';
import { boardFileOf } from '#worker/local/board-file.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { isLoopback, isNetwork } from '#worker/local/network.ts';
import { readSmtpUrl } from '#worker/mail/model/smtp-address.ts';
import { databaseUrl, halfMeilisearch, mail, meilisearch, publicUrl, secret } from '#worker/variables.ts';

/** What the launcher was told, checked. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  /** Null: loopback, both families. */
  readonly host: string | null;
  readonly dataDir: string;
  readonly buildDir: string;
  /** The board's own origin; null on a demonstration board. */
  readonly publicUrl: string | null;
  /** The file that holds this board; null: this project's own. */
  readonly boardFile: string | null;
  /** Null: the demonstration's own file. */
  readonly secret: string | null;
  /** Null: the file in `dataDir`. */
  readonly database: { readonly url: string; readonly token: string } | null;
  /** Addresses or networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Handed to the Worker as they are. */
  readonly passedOn: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PASSED_ON = Object.keys({ ...meilisearch, ...mail });

const variables = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a number from 0 to 65535.' })
    .int('PORT must be a whole number.')
    .min(0, 'PORT must be 0 or more.')
    .max(65_535, 'PORT must be 65535 at most.')
    .default(8787),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  BUILD_DIR: z.string().default('dist'),
  PUBLIC_URL: publicUrl.optional(),
  SECRET: secret.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_TOKEN: z.string().default(''),
  ...meilisearch,
  ...mail,
  TRUSTED_PROXY: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .refine((parts) => parts.every(isNetwork), 'TRUSTED_PROXY must name IP addresses or networks, separated by commas.'),
});

/** Reads the environment. Throws a `LaunchRefusal` that names the variable and what to set. */
export function readSettings(environment: Environment): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = variables.safeParse(given);
  if (!result.success) throw new LaunchRefusal(result.error.issues.map((issue) => issue.message).join(' '));
  const values = result.data;
  const half = halfMeilisearch(values);
  if (half !== null) throw new LaunchRefusal(half);
  const settings: Settings = {
    port: values.PORT,
    host: values.HOST ?? null,
    dataDir: resolve(values.DATA_DIR),
    buildDir: resolve(values.BUILD_DIR),
    publicUrl: values.PUBLIC_URL ?? null,
    boardFile: boardFileOf(given),
    secret: values.SECRET ?? null,
    database: values.DATABASE_URL === undefined ? null : { url: values.DATABASE_URL, token: values.DATABASE_TOKEN },
    trustedProxies: values.TRUSTED_PROXY,
    passedOn: Object.fromEntries(PASSED_ON.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  };
  refuseOutside(settings);
  return settings;
}

/** What a demonstration must not do. */
function refuseOutside({ publicUrl, host, database, passedOn }: Settings): void {
  if (publicUrl !== null) return;
  if (host !== null && !isLoopback(host)) {
    throw new LaunchRefusal(
      `HOST ${host} is reachable from other machines, but PUBLIC_URL is not set: a demonstration board stays on this one.`,
    );
  }
  if (database !== null && !isLoopback(new URL(database.url).hostname)) {
    throw new LaunchRefusal('DATABASE_URL names another machine, but PUBLIC_URL is not set: a demonstration board stays on this one.');
  }
  const smtp = passedOn['SMTP_URL'];
  if (smtp !== undefined && !isLoopback(readSmtpUrl(smtp)?.host ?? '')) {
    throw new LaunchRefusal('SMTP_URL names another machine, but PUBLIC_URL is not set: a demonstration board writes to nobody.');
  }
}
