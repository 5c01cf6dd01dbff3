import { resolve } from 'node:path';
import { hostLocalDatabase } from '#db/local-database.ts';
import { prepareDatabase } from '#db/prepare.ts';
import { BENCH_SECRET } from '#tests/bench/bench-secret.ts';
import { freePort } from '#tests/support/free-port.ts';
import { ensureBuilt } from '#worker/local/build.ts';
import { runBuiltWorker } from '#worker/local/built-worker.ts';

/**
 * A board in a process of its own, as `npm start` runs it but without the front: the built Worker in bare workerd and the local database.
 * Talks to its parent by messages: it says where it answers; it is told to tick or to stop.
 */
const buildDir = resolve(process.env['BUILD_DIR'] ?? 'dist');
const dataDir = process.argv[2] ?? '.bench';
const vars = JSON.parse(process.argv[3] ?? '{}') as Record<string, string>;

await ensureBuilt({ buildDir, publicUrl: null, boardFile: null, onStart: () => console.error('Building …') });
const database = await hostLocalDatabase(dataDir);
await prepareDatabase({ address: database, state: 'live', now: Date.now() });
const port = await freePort();
const origin = `http://localhost:${port}`;
const worker = await runBuiltWorker({
  buildDir,
  port,
  vars: {
    DATABASE_URL: database.url,
    DATABASE_TOKEN: database.token,
    PUBLIC_URL: origin,
    SECRET: BENCH_SECRET,
    ...vars,
  },
  limits: { exact: 1_000_000_000, wider: 1_000_000_000 },
  log: () => {},
});

process.on('message', async (message) => {
  if (message === 'tick') await worker.tick(Date.now());
  if (message === 'stop') await stop();
  process.send?.({ done: message });
});
// A bench that broke off leaves no board behind.
process.on('disconnect', stop);
process.send?.({ ready: { origin, url: database.url, token: database.token } });

async function stop(): Promise<never> {
  await worker.close();
  await database.close();
  process.exit(0);
}
