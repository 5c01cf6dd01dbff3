import { parentPort, workerData } from 'node:worker_threads';
import { type LocalServerOptions, startLocalServer } from '#db/local-server.ts';

// The other end of server-in-thread.ts, which alone starts this file.
const server = await startLocalServer(asOptions(workerData));
parentPort?.once('message', async () => {
  await server.close();
  parentPort?.close();
});
parentPort?.postMessage(server.url);

/** Safe: server-in-thread.ts hands over exactly this. */
function asOptions(given: unknown): LocalServerOptions {
  return given as LocalServerOptions;
}
