import type { DatabaseAddress } from '#db/client.ts';
import { emptyLog } from '#db/local/empty-log.ts';
import { databaseFile, hostLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';
import type { RateLimits } from '#worker/board/model/board.ts';
import { board } from '#worker/board/model/this-board.ts';
import { ensureBuilt } from '#worker/local/build.ts';
import { type RunningWorker, runBuiltWorker } from '#worker/local/built-worker.ts';
import { startClock } from '#worker/local/clock.ts';
import type { DevelopmentSettings } from '#worker/local/dev-worker.ts';
import { fillIndex } from '#worker/local/fill-index.ts';
import { forgetConnections, openFront } from '#worker/local/front.ts';
import { frontRules } from '#worker/local/front-rules.ts';
import { keepReports } from '#worker/local/keep-reports.ts';
import { listen } from '#worker/local/listen.ts';
import { filesDirIn } from '#worker/local/local-files.ts';
import { refuseBoard } from '#worker/local/refuse-board.ts';
import { refuseUndeclaredHosts } from '#worker/local/refuse-hosts.ts';
import { refuseWithoutMail } from '#worker/local/refuse-without-mail.ts';
import { replayBeforeServing } from '#worker/local/replay-erasures.ts';
import { secretOf } from '#worker/local/secret.ts';
import type { Settings } from '#worker/local/settings.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

/** What a start has opened: `keep` as it is opened, `closeAll` in reverse order, once. */
export interface Opened {
  keep(close: () => Promise<void> | void): void;
  closeAll(): Promise<void>;
}

/** Starts the board on this machine; resolves with its address once it answers. What it opens, it hands to `opened` at once. */
export async function launch(settings: Settings, { opened, reloading }: { opened: Opened; reloading: boolean }): Promise<string> {
  const demonstration = settings.publicUrl === null;
  refuseBoard(board, { isLive: !demonstration });
  refuseUndeclaredHosts(board, settings);
  refuseWithoutMail(settings);
  let worker: RunningWorker | null = null;
  const { publicUrl, closeDoor } = await openDoor({ ...settings, developing: reloading }, () => worker?.url ?? null);
  opened.keep(closeDoor);
  const secret = await secretOf(settings);
  const database = await reachDatabase(settings, opened);
  await prepareDatabase({ address: database, state: demonstration ? 'demonstration' : 'live', now: Date.now() });
  await replayBeforeServing({ database, dataDir: settings.dataDir, secret, now: Date.now() }, console.log);
  await fillIndex(database);
  const vars = { ...settings.passedOn, DATABASE_URL: database.url, DATABASE_TOKEN: database.token, PUBLIC_URL: publicUrl, SECRET: secret };
  const running = reloading ? await develop({ vars, demonstration, publicUrl, dataDir: settings.dataDir }) : await runBuild(settings, vars);
  opened.keep(running.close);
  opened.keep(startClock((now) => keepHouse(now, { running, database, settings })).stop);
  // Again, so that it closes first of all: what is being answered ends before what answers it.
  opened.keep(closeDoor);
  worker = running;
  return publicUrl;
}

interface House {
  readonly running: RunningWorker;
  readonly database: DatabaseAddress;
  readonly settings: Settings;
}

/** The Worker's scheduled work, and what only this machine can do. */
async function keepHouse(now: number, { running, database, settings }: House): Promise<void> {
  await keepReports(database, { dataDir: settings.dataDir, now });
  await running.tick(now);
  if (settings.database === null) emptyLog(databaseFile(settings.dataDir));
}

interface Door {
  readonly publicUrl: string;
  closeDoor(): Promise<void>;
}

/** The port is taken first: whoever starts a second board learns it before anything else happens. */
async function openDoor(
  { port, host, developing, ...settings }: Settings & { developing: boolean },
  behind: () => URL | null,
): Promise<Door> {
  const listening = await listen({ port, host });
  const publicUrl = settings.publicUrl ?? `http://localhost:${listening.port}`;
  const decide = frontRules({ publicUrl, demonstration: settings.publicUrl === null, trustedProxies: settings.trustedProxies });
  for (const server of listening.servers) openFront(server, { publicUrl, services: servicesOf(board), developing, behind, decide });
  const closeDoor = async () => {
    await listening.close();
    forgetConnections();
  };
  return { publicUrl, closeDoor };
}

async function reachDatabase({ database, dataDir }: Settings, opened: Opened): Promise<DatabaseAddress> {
  if (database !== null) return database;
  const local = await hostLocalDatabase(dataDir);
  opened.keep(local.close);
  return local;
}

/** Loaded when it is wanted: it brings all of Astro along. */
async function develop(settings: DevelopmentSettings): Promise<RunningWorker> {
  const { runDevelopmentWorker } = await import('#worker/local/dev-worker.ts');
  return runDevelopmentWorker(settings);
}

async function runBuild(
  { buildDir, dataDir, publicUrl, boardFile }: Settings,
  vars: Readonly<Record<string, string>>,
): Promise<RunningWorker> {
  await ensureBuilt({ buildDir, publicUrl, boardFile, onStart: () => console.log('Building …') });
  const limits = limitsOf(board.rateLimits, publicUrl === null);
  return runBuiltWorker({ buildDir, vars, limits, filesDir: filesDirIn(dataDir), log: console.log });
}

/** On a demonstration board everybody is the same client: this machine. */
function limitsOf({ exactPerMinute, widerPerMinute, demonstrationPerMinute }: RateLimits, demonstration: boolean) {
  if (demonstration) return { exact: demonstrationPerMinute, wider: demonstrationPerMinute };
  return { exact: exactPerMinute, wider: widerPerMinute };
}
