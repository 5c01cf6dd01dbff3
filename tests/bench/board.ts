import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DatabaseAddress } from '#db/client.ts';

export interface BenchBoard {
  readonly origin: string;
  readonly database: DatabaseAddress;
  tick(): Promise<void>;
  /** Memory of their own in MB: of the process that holds the database, and of workerd; without pages of files, which the system lends and takes back. 0 where there is no /proc. */
  memory(): { readonly database: number; readonly worker: number };
  close(): Promise<void>;
}

const ready = z.object({ ready: z.object({ origin: z.string(), url: z.string(), token: z.string() }) });

/** Starts `board-process.ts` on a folder and waits until it answers. */
export async function startBenchBoard(dataDir: string, vars: Readonly<Record<string, string>> = {}): Promise<BenchBoard> {
  const child = fork(new URL('./board-process.ts', import.meta.url), [dataDir, JSON.stringify(vars)]);
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the board did not start'))),
  ]);
  const { origin, url, token } = ready.parse(message).ready;
  return {
    origin,
    database: { url, token },
    tick: () => tell(child, 'tick'),
    memory: () => ({
      database: ownMemory(child.pid ?? 0) / 1e6,
      worker: workersOf(child.pid ?? 0).reduce((sum, pid) => sum + ownMemory(pid), 0) / 1e6,
    }),
    close: async () => {
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
}

async function tell(child: ChildProcess, message: string): Promise<void> {
  child.send(message);
  await once(child, 'message');
}

/** The workerd processes that a process started. */
function workersOf(parent: number): readonly number[] {
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)) : [];
  return pids.map(Number).filter((pid) => {
    const status = statusOf(pid);
    return new RegExp(`^PPid:\\t${parent}$`, 'm').test(status) && /^Name:\tworkerd/m.test(status);
  });
}

function ownMemory(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(statusOf(pid))?.[1] ?? 0) * 1024;
}

/** Empty for a process that is gone. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
