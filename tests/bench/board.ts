import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DatabaseAddress } from '#db/client.ts';

export interface BenchBoard {
  readonly origin: string;
  readonly database: DatabaseAddress;
  tick(): Promise<void>;
  /** Resident memory in MB: of the process that holds the database, and of workerd. */
  memory(): Promise<{ readonly database: number; readonly worker: number }>;
  close(): Promise<void>;
}

const ready = z.object({ ready: z.object({ origin: z.string(), url: z.string(), token: z.string() }) });
const remembered = z.object({ rss: z.number() });

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
    tick: async () => void (await tell(child, 'tick')),
    memory: async () => ({
      database: remembered.parse(await tell(child, 'memory')).rss / 1e6,
      worker: workerdMemory(child.pid ?? 0) / 1e6,
    }),
    close: async () => {
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
}

async function tell(child: ChildProcess, message: string): Promise<unknown> {
  child.send(message);
  const [answer] = await once(child, 'message');
  return answer;
}

/** Bytes held by the workerd that a process started; 0 where there is no /proc. */
function workerdMemory(parent: number): number {
  try {
    const sizes = readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid) => residentOf(pid, parent));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

function residentOf(pid: string, parent: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (!new RegExp(`^PPid:\\t${parent}$`, 'm').test(status) || !/^Name:\tworkerd/m.test(status)) return 0;
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
