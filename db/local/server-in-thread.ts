import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LocalServer, LocalServerOptions } from '#db/local-server.ts';

/** The local server in a thread of its own, for a program that has much to work out itself: both get on at once. Throws what `startLocalServer` throws. */
export async function startServerInThread(options: LocalServerOptions): Promise<LocalServer> {
  const thread = new Worker(new URL('./server-thread.ts', import.meta.url), { workerData: options });
  const [url] = await once(thread, 'message');
  return { url: String(url), close: () => stop(thread) };
}

async function stop(thread: Worker): Promise<void> {
  const ended = once(thread, 'exit');
  thread.postMessage('close');
  await ended;
}
