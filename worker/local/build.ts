import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { binary, projectDir } from '#worker/local/project.ts';
import { writeStaticHeaders } from '#worker/local/static-headers.ts';

export interface BuildSettings {
  readonly buildDir: string;
  /** Null builds a demonstration board. */
  readonly publicUrl: string | null;
  /** Called when there is something to build. */
  readonly onStart?: () => void;
}

/** What a build is made of. `PORT` is not among it: a demonstration's pages name no address of the board. */
const SOURCES = [
  'site',
  'worker',
  'db',
  'search',
  'astro.config.mjs',
  'wrangler.toml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** Runs beside the Worker, never in it. */
const NOT_IN_THE_BUILD = ['worker/local', 'db/local', 'db/import', 'db/seed', 'db/migrations', 'db/gazetteer'];

/** The tools ask nobody about anything, tell nobody, and keep no logs of their own in the home folder. */
export const OFFLINE = {
  ASTRO_TELEMETRY_DISABLED: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
};

/** Builds the Worker and its pages unless the build there is of the same sources and address. */
export async function ensureBuilt(settings: BuildSettings): Promise<void> {
  const wanted = await fingerprint(settings.publicUrl);
  const stamp = join(settings.buildDir, 'built-from');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  settings.onStart?.();
  await runAstroBuild(settings);
  await writeStaticHeaders(settings);
  await writeFile(stamp, wanted);
}

async function fingerprint(publicUrl: string | null): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ publicUrl }));
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) hash.update(`\0${file}\0`).update(await readFile(join(projectDir, file)));
  }
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<readonly string[]> {
  const entries = await readdir(join(projectDir, source), { withFileTypes: true }).catch(() => null);
  if (entries === null) return [source];
  const names = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((entry) => `${source}/${entry.name}`);
  const counted = names.filter((name) => !NOT_IN_THE_BUILD.includes(name));
  return (await Promise.all(counted.map(filesOf))).flat();
}

async function runAstroBuild({ buildDir, publicUrl }: BuildSettings): Promise<void> {
  const { PUBLIC_URL: _, ...rest } = process.env;
  const env = { ...rest, ...(publicUrl === null ? {} : { PUBLIC_URL: publicUrl }), ...OFFLINE, NODE_ENV: 'production' };
  const child = spawn(binary('astro'), ['build', '--outDir', buildDir], { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new LaunchRefusal(`The build failed.\n${said.join('')}`);
}
