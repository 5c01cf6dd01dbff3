import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { testBuildDir } from '#tests/support/build-dir.ts';

export interface StartedProcess {
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** What it prints when it is ready; fails when it ends before. */
  address(): Promise<string>;
  /** What it has written to stderr. */
  errors(): string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** The command lines of the processes that it has started and that still run. */
  children(): Promise<readonly string[]>;
}

const projectDir = new URL('../../', import.meta.url);

/** `npm start`, without npm, on any free port. Killed at the end of the test if it still runs. */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<StartedProcess> {
  const { PUBLIC_URL: _, BOARD: __, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', BUILD_DIR: testBuildDir, ...environment };
  // A group of its own, by which its children are found again after it has ended.
  const child = spawn('node', ['worker/local/run.mjs', 'worker/local/start.ts'], { cwd: projectDir, env, detached: true });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(() => void (child.exitCode === null && child.kill('SIGKILL')));
  return {
    ended,
    address: () => addressIn({ child, said, ended }),
    errors: () => said.err,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
    children: () => processesOfGroup(child.pid ?? 0),
  };
}

/** Removed at the end of the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keepword-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Speaking {
  readonly child: { readonly stdout: NodeJS.ReadableStream };
  readonly said: { readonly out: string; readonly err: string };
  readonly ended: Promise<number | null>;
}

function addressIn({ child, said, ended }: Speaking): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = / is at (http\S+?)[,.]? /.exec(said.out)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', look);
    look();
    void ended.then((code) => reject(new Error(`It ended with ${code}: ${said.err}${said.out}`)));
  });
}

/** From /proc, where a machine has one; a process that ends meanwhile is not there. */
async function processesOfGroup(group: number): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => commandOf(id, group).catch(() => null)));
  return lines.filter((line) => line !== null);
}

async function commandOf(id: string, group: number): Promise<string | null> {
  const status = await readFile(`/proc/${id}/stat`, 'utf8');
  const [state, , processGroup] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  if (Number(processGroup) !== group || state === 'Z') return null;
  return (await readFile(`/proc/${id}/cmdline`, 'utf8')).replaceAll('\0', ' ');
}
