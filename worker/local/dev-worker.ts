import { dev } from 'astro';
import { OFFLINE } from '#worker/local/build.ts';
import type { RunningWorker } from '#worker/local/built-worker.ts';
import { projectDir } from '#worker/local/project.ts';

/** Astro takes the next free one after it. */
const PRIVATE_PORT = 24_321;

export interface DevelopmentSettings {
  readonly vars: Readonly<Record<string, string>>;
  readonly demonstration: boolean;
  /** The origin that pages are asked for by. */
  readonly publicUrl: string;
}

/** Runs the Worker from its sources and reloads it, and the page in the browser, with every change. */
export async function runDevelopmentWorker({ vars, demonstration, publicUrl }: DevelopmentSettings): Promise<RunningWorker> {
  // The development server hands its own environment on to the Worker.
  Object.assign(process.env, vars, {
    CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
    ...OFFLINE,
    DEMONSTRATION: demonstration ? '1' : '0',
  });
  const { hostname } = new URL(publicUrl);
  const server = await dev({ root: projectDir, server: { port: PRIVATE_PORT, host: '127.0.0.1', allowedHosts: [hostname] } });
  const url = new URL(`http://127.0.0.1:${server.address.port}`);
  return { url, tick: () => tick(url), close: () => server.stop() };
}

async function tick(url: URL): Promise<void> {
  const answer = await fetch(new URL('/cdn-cgi/handler/scheduled', url));
  if (!answer.ok) throw new Error(`The development server answered ${answer.status}.`);
}
