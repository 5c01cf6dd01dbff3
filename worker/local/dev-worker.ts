import { dirname } from 'node:path';
import { dev } from 'astro';
import type { Env, RateLimiter } from '#worker/env.ts';
import { OFFLINE } from '#worker/local/build.ts';
import type { RunningWorker } from '#worker/local/built-worker.ts';
import { filesDirIn, openLocalFiles } from '#worker/local/local-files.ts';
import { projectDir } from '#worker/local/project.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

/** Astro takes the next free one after it. */
const PRIVATE_PORT = 24_321;

/** Scheduled work is never counted. */
const unlimited: RateLimiter = { limit: async () => ({ success: true }) };

export interface DevelopmentSettings {
  readonly vars: Readonly<Record<string, string>>;
  readonly demonstration: boolean;
  /** The origin that pages are asked for by. */
  readonly publicUrl: string;
  readonly dataDir: string;
}

/** Runs the Worker from its sources and reloads it, and the page in the browser, with every change. */
export async function runDevelopmentWorker({ vars, demonstration, publicUrl, dataDir }: DevelopmentSettings): Promise<RunningWorker> {
  // The development server hands its own environment on to the Worker.
  Object.assign(process.env, vars, {
    CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
    ...OFFLINE,
    DEMONSTRATION: demonstration ? '1' : '0',
    FILES_DIR: dirname(filesDirIn(dataDir)),
  });
  // Here the scheduled work runs from its sources, which no bundle has told.
  Object.assign(globalThis, { __DEMONSTRATION__: demonstration });
  const { hostname } = new URL(publicUrl);
  const server = await dev({ root: projectDir, server: { port: PRIVATE_PORT, host: '127.0.0.1', allowedHosts: [hostname] } });
  const url = new URL(`http://127.0.0.1:${server.address.port}`);
  const files = await openLocalFiles(filesDirIn(dataDir));
  const close = async () => {
    await files.close();
    await server.stop();
  };
  return { url, tick: (now) => tick({ ...vars, FILES: files.bucket }, now), close };
}

/**
 * The development server cannot hand the platform's scheduled event on to the Worker, so the same work is done here, by the code as it
 * was when the server started.
 */
function tick(env: Env, now: number): Promise<void> {
  return runTick({ ...env, RATE_EXACT: unlimited, RATE_WIDER: unlimited }, { clock: () => now, log: console.log });
}
