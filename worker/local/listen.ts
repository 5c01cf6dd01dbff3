import { createServer, type Server } from 'node:http';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';

/** One server for each address, on the same port. */
export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
  close(): Promise<void>;
}

export interface Place {
  readonly port: number;
  /** Null: loopback, over IPv4 and, where there is one, IPv6. */
  readonly host: string | null;
}

/** Takes the port. Throws a `LaunchRefusal` when it is taken or not allowed. */
export async function listen({ port, host }: Place): Promise<Listening> {
  const first = makeServer();
  const bound = await bind(first, { port, host: host ?? '127.0.0.1' });
  const servers = host === null ? [first, ...(await bindSecond(makeServer(), { port: bound, first }))] : [first];
  return { port: bound, servers, close: async () => void (await Promise.all(servers.map(stop))) };
}

/** Longer than a browser keeps an idle connection. */
function makeServer(): Server {
  return createServer({ keepAliveTimeout: 65_000 });
}

/** On a machine without IPv6, the first address is enough. */
async function bindSecond(server: Server, { port, first }: { port: number; first: Server }): Promise<readonly Server[]> {
  try {
    await bind(server, { port, host: '::1' });
    return [server];
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (codeOf(cause) === 'EADDRNOTAVAIL' || codeOf(cause) === 'EAFNOSUPPORT') return [];
    await stop(first);
    throw error;
  }
}

function bind(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, { port, host })));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function refusal(error: Error, { port, host }: { port: number; host: string }): LaunchRefusal {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new LaunchRefusal(`Port ${port} is in use: stop what uses it, or set PORT to another number.`, error);
  if (code === 'EACCES') return new LaunchRefusal(`Port ${port} needs more rights: set PORT to a number above 1023.`, error);
  return new LaunchRefusal(`Cannot listen on ${host}, port ${port} (${code ?? error.message}): check HOST and PORT.`, error);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** Lets what is being answered end, for two seconds at most. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(impatient);
}
