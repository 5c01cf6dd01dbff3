import { testBuildDir } from '#tests/support/build-dir.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { freePort } from '#tests/support/free-port.ts';
import { seededDatabase } from '#tests/support/seeded-database.ts';
import { runBuiltWorker } from '#worker/local/built-worker.ts';

export interface BoardOptions {
  /** Configuration beyond what a board needs, such as MEILI_URL. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Requests a minute; plenty if not given. */
  readonly limits?: { readonly exact: number; readonly wider: number };
  /** With the gazetteer and the demonstration's jobs, instead of empty tables. */
  readonly seeded?: boolean;
  /** Another build than the tests' own. */
  readonly buildDir?: string;
}

export interface TestBoard {
  /** `http://localhost:PORT`: the board's own address, which tests send requests to. */
  readonly origin: string;
  readonly database: FreshDatabase;
  /** Every line that the Worker has logged so far. */
  readonly logs: readonly string[];
  /** Runs the scheduled work: sync of the embedded index among it. */
  tick(now?: number): Promise<void>;
  close(): Promise<void>;
}

const PLENTY = { exact: 1_000_000, wider: 1_000_000 };

/** The built Worker in workerd, without the launcher's front, on a database of its own. Clients are named by `CF-Connecting-IP`. */
export async function startBoard({
  vars = {},
  limits = PLENTY,
  seeded = false,
  buildDir = testBuildDir,
}: BoardOptions = {}): Promise<TestBoard> {
  const database = await (seeded ? seededDatabase() : freshDatabase());
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { url, token } = database.address;
  const logs: string[] = [];
  const worker = await runBuiltWorker({
    buildDir,
    vars: { DATABASE_URL: url, DATABASE_TOKEN: token, PUBLIC_URL: origin, SECRET: 'a secret that only the tests know, and long', ...vars },
    limits,
    log: (line) => logs.push(line),
    port,
  });
  const close = async () => {
    await worker.close();
    await database.close();
  };
  return { origin, database, logs, tick: (now = Date.now()) => worker.tick(now), close };
}
