import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname } from 'node:path';
import { type Engine, openEngine } from '#db/local/engine.ts';
import { createListener } from '#db/local/http.ts';
import { openFailure } from '#db/local/open-failure.ts';

export interface LocalServerOptions {
  readonly file: string;
  /** What a client must show as its bearer token. */
  readonly token: string;
  /** Any free port if not given. */
  readonly port?: number;
}

export interface LocalServer {
  readonly url: string;
  /** Answers what has come in, rolls back what nobody committed, and writes everything into the one file. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Longer than any client keeps an idle connection, so that it is never closed under a request. */
const keepAlive = 120_000;

/**
 * Serves a database file to this machine alone as a libSQL server would (Hrana over HTTP), for a Worker cannot open files.
 * Throws an error of one sentence when the file cannot be opened or the port is taken.
 */
export async function startLocalServer({ file, token, port = 0 }: LocalServerOptions): Promise<LocalServer> {
  const engine = open(file);
  const server = createServer({ keepAliveTimeout: keepAlive, requestTimeout: 60_000 }, createListener(engine, token));
  try {
    const bound = await listen(server, port);
    return { url: `http://${host}:${bound}`, close: () => stop(server, engine) };
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** The file is its owner's alone from the start: it holds people's data. */
function open(file: string): Engine {
  try {
    accessSync(dirname(file), constants.W_OK);
    closeSync(openSync(file, 'a', 0o600));
    return openEngine(file);
  } catch (error) {
    throw openFailure(file, error);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenFailure(port, error)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenFailure(port: number, error: Error): Error {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  const why = isTaken ? 'is already in use' : `cannot be used (${error.message})`;
  return new Error(`Port ${port} on ${host} ${why}.`, { cause: error });
}

/** How long a request may still take while the server closes. */
const patience = 2_000;

async function stop(server: Server, engine: Engine): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  engine.endIdleStreams();
  const sweep = setInterval(() => server.closeIdleConnections(), 10);
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await stopped;
  clearInterval(sweep);
  clearTimeout(impatient);
  engine.endIdleStreams();
  engine.close();
}
