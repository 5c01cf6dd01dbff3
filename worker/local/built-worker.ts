import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { z } from 'zod';
import { BUCKET } from '#worker/local/local-files.ts';
import { withoutSignalHandlers } from '#worker/local/signals.ts';

export interface WorkerSettings {
  /** Where the build is: it holds `server` and `client`. */
  readonly buildDir: string;
  /** Configuration, as the platform would hand it to the Worker. */
  readonly vars: Readonly<Record<string, string>>;
  /** Requests a minute. */
  readonly limits: { readonly exact: number; readonly wider: number };
  /** Where the Worker's log lines go. */
  readonly log: (line: string) => void;
  /** Where files are kept; if not given they are gone when it closes. */
  readonly filesDir?: string;
  /** Any free port if not given. */
  readonly port?: number;
}

export interface RunningWorker {
  /** Where it answers, on this machine only and without a front. */
  readonly url: URL;
  /** Runs the scheduled work, as the platform's clock would. */
  tick(now: number): Promise<void>;
  close(): Promise<void>;
}

const NAME = 'keepword';

const builtConfig = z.object({
  main: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
  assets: z.object({ binding: z.string(), directory: z.string() }),
});

/** Runs the built Worker in workerd. Its socket is the Worker's own: no development server stands between. */
export async function runBuiltWorker({ buildDir, vars, limits, log, filesDir, port = 0 }: WorkerSettings): Promise<RunningWorker> {
  const serverDir = join(buildDir, 'server');
  const config = builtConfig.parse(JSON.parse(await readFile(join(serverDir, 'wrangler.json'), 'utf8')));
  const options = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    telemetry: { enabled: false },
    ...(filesDir === undefined ? {} : { resourcePersistencePath: filesDir }),
    log: new Log(LogLevel.WARN),
    handleStructuredLogs: ({ message }) => log(message),
    workers: [
      {
        name: NAME,
        compatibilityDate: config.compatibility_date,
        compatibilityFlags: config.compatibility_flags,
        modulesRoot: serverDir,
        modules: await modulesOf(serverDir, config.main),
        bindings: vars,
        r2Buckets: { FILES: BUCKET },
        unsafeBindings: [limiter('RATE_EXACT', limits.exact), limiter('RATE_WIDER', limits.wider)],
        assets: {
          binding: config.assets.binding,
          directory: join(serverDir, config.assets.directory),
          routerConfig: { has_user_worker: true },
        },
        unsafeDirectSockets: [{ host: '127.0.0.1', port }],
        // What it strips, the Worker never sends; stripping would send every database request through one more hop.
        stripCfConnectingIp: false,
      },
    ],
  });
  return start(withoutSignalHandlers(() => new Miniflare(options)));
}

async function start(miniflare: Miniflare): Promise<RunningWorker> {
  await miniflare.ready;
  const worker = await miniflare.getWorker(NAME);
  return {
    url: await miniflare.unsafeGetDirectURL(NAME),
    tick: async (now) => {
      await worker.scheduled({ scheduledTime: new Date(now), cron: '* * * * *' });
    },
    close: () => miniflare.dispose(),
  };
}

function limiter(name: string, limit: number) {
  const plugin = { package: fileURLToPath(new URL('rate-limiter.ts', import.meta.url)), name: 'rate-limiter' };
  return { name, type: 'rate-limiter', plugin, options: { limit } };
}

/** The entry comes first: it is the Worker. */
async function modulesOf(serverDir: string, main: string) {
  const entries = await readdir(serverDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.mjs')).map((entry) => join(entry.parentPath, entry.name));
  const first = join(serverDir, main);
  return [first, ...files.filter((file) => relative(file, first) !== '')].map((path) => ({ type: 'ESModule' as const, path }));
}
