import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that this machine gives to whoever asks for any: what is free here stays free until the board has it. */
const FIRST = 20_000;
const LAST = 32_000;

/** A port that nobody uses now, for a board that must know its address before it starts. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((found) => {
    const server = createServer();
    server.once('error', () => found(false));
    server.listen(port, '127.0.0.1', () => server.close(() => found(true)));
  });
}
