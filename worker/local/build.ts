import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBoard } from '#worker/local/board-file.ts';
import { type BuildOrigin, fingerprint } from '#worker/local/fingerprint.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { writePlatformLimits } from '#worker/local/platform-limits.ts';
import { binary, projectDir } from '#worker/local/project.ts';
import { provideProofReport } from '#worker/local/proof-report.ts';
import { refuseBoard } from '#worker/local/refuse-board.ts';
import { writeStaticHeaders } from '#worker/local/static-headers.ts';

export interface BuildSettings extends BuildOrigin {
  readonly buildDir: string;
  /** Called when there is something to build. */
  readonly onStart?: () => void;
}

/** The tools ask nobody about anything, tell nobody, and keep no logs of their own in the home folder. */
export const OFFLINE = {
  ASTRO_TELEMETRY_DISABLED: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
};

/** Builds the Worker and its pages unless the build there is of the same sources, address and board. */
export async function ensureBuilt(settings: BuildSettings): Promise<void> {
  const board = await readBoard(settings.boardFile);
  refuseBoard(board, { isLive: settings.publicUrl !== null });
  const wanted = await fingerprint(settings);
  const stamp = join(settings.buildDir, 'built-from');
  const isFresh = (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
  if (!isFresh) {
    settings.onStart?.();
    await runAstroBuild(settings);
    await writeStaticHeaders(settings);
    await writePlatformLimits(settings.buildDir, board.rateLimits);
    await writeFile(stamp, wanted);
  }
  // Tests that run on a fresh build leave their report after it.
  await provideProofReport(settings.buildDir);
}

async function runAstroBuild({ buildDir, publicUrl, boardFile }: BuildSettings): Promise<void> {
  const { PUBLIC_URL: _, BOARD: __, ...rest } = process.env;
  const given = { ...(publicUrl === null ? {} : { PUBLIC_URL: publicUrl }), ...(boardFile === null ? {} : { BOARD: boardFile }) };
  const env = { ...rest, ...given, ...OFFLINE, NODE_ENV: 'production' };
  const child = spawn(binary('astro'), ['build', '--outDir', buildDir], { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new LaunchRefusal(`The build failed.\n${said.join('')}`);
}
