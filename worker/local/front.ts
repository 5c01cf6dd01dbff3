import { Agent, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from '#worker/http/security-headers.ts';
import type { Arrival, Decision } from '#worker/local/front-rules.ts';
import type { Service } from '#worker/promises/model/services.ts';

export interface FrontDoor {
  /** The origin that this board answers at. */
  readonly publicUrl: string;
  /** Optional services of this board. */
  readonly services: readonly Service[];
  /** While developing, web sockets are passed on, because the page listens for changes, and pages may carry styles. The Worker itself knows neither. */
  readonly developing: boolean;
  /** Where the Worker answers. Until it is known, everybody is asked to wait. */
  readonly behind: () => URL | null;
  readonly decide: (arrival: Arrival) => Decision;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });

/** Makes a server the door of this machine: it decides, cleans the headers, and passes on. */
export function openFront(server: Server, door: FrontDoor): void {
  const own = Object.fromEntries(securityHeaders(door.publicUrl, door.services));
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const decision = door.decide(arrivalOf(incoming));
    const behind = door.behind();
    if (decision.kind === 'redirect') return turnAside(outgoing, { location: decision.location, headers: own });
    if (decision.kind === 'refuse') return say(outgoing, { ...decision, headers: own });
    const wait = { status: 503, message: 'The board is starting.', headers: { ...own, 'Retry-After': '5' } };
    if (behind === null) return say(outgoing, wait);
    passOn({ incoming, outgoing, behind, headers: decision.headers, own, developing: door.developing });
  });
  // Without a listener Node reads such a request as any other and does not switch protocols.
  if (door.developing) server.on('upgrade', (incoming, socket, head) => passUpgrade(door, { incoming, socket, head }));
}

/** Ends the connections that wait for nothing. */
export function forgetConnections(): void {
  agent.destroy();
}

function arrivalOf({ method = 'GET', url = '/', headers, rawHeaders, socket }: IncomingMessage): Arrival {
  return { method, target: url, host: headers.host, rawHeaders, sender: socket.remoteAddress ?? '' };
}

type Headers = Readonly<Record<string, string>>;

function turnAside(outgoing: ServerResponse, { location, headers }: { location: string; headers: Headers }): void {
  outgoing.writeHead(307, { ...headers, Location: location, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end();
}

function say(outgoing: ServerResponse, { status, message, headers }: { status: number; message: string; headers: Headers }): void {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  outgoing.writeHead(status, { ...plain, ...headers }).end(`${message}\n`);
}

interface Passing {
  readonly incoming: IncomingMessage;
  readonly behind: URL;
  readonly headers: readonly string[];
}

function passOn(passing: Passing & { readonly outgoing: ServerResponse; readonly own: Headers; readonly developing: boolean }): void {
  const { incoming, outgoing, behind, headers, own, developing } = passing;
  // Said again, for without it Node would send the body of a GET as if it were the next request.
  const framing = incoming.headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked'];
  const { method, url: path } = incoming;
  // What cannot be sent twice never takes a connection that the Worker may be closing.
  const over = isRepeatable(incoming) ? agent : false;
  const onward = request({ agent: over, host: behind.hostname, port: behind.port, method, path, headers: [...headers, ...framing] });
  onward.on('response', (answer) => {
    const passed = endToEnd(answer.rawHeaders);
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, developing ? passed.map(withStyles) : passed);
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (outgoing.headersSent || outgoing.destroyed) return outgoing.destroy();
    // The Worker closed a connection that had been idle, at the moment this request took it: it has seen nothing of it.
    if (onward.reusedSocket && error.code === 'ECONNRESET' && isRepeatable(incoming)) return passOn(passing);
    say(outgoing, { status: 502, message: 'The board does not answer. Try again in a moment.', headers: own });
  });
  outgoing.on('close', () => onward.destroy());
  if (isRepeatable(incoming)) onward.end();
  else incoming.pipe(onward);
}

/** Asks for something and carries no body. */
function isRepeatable({ method, headers }: IncomingMessage): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  return (method === 'GET' || method === 'HEAD') && !hasBody;
}

function endToEnd(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => !/^(connection|keep-alive|transfer-encoding)$/i.test(rawHeaders[index - (index % 2)] ?? ''));
}

/** The development server writes styles into the page. */
function withStyles(value: string): string {
  return value.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
}

interface Upgrade {
  readonly incoming: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/**
 * Joins the two sides once the one behind has switched protocols, never before: whoever wrote on to one that has not would be taken
 * for this front itself, with headers and addresses of their own choosing.
 */
function passUpgrade(door: FrontDoor, { incoming, socket, head }: Upgrade): void {
  const decision = door.decide(arrivalOf(incoming));
  const behind = door.behind();
  socket.on('error', () => socket.destroy());
  if (decision.kind !== 'pass' || behind === null) return void socket.destroy();
  const headers = [...decision.headers, 'Connection', 'Upgrade', 'Upgrade', incoming.headers.upgrade ?? 'websocket'];
  const onward = request({ host: behind.hostname, port: behind.port, path: incoming.url, headers });
  onward.on('upgrade', ({ rawHeaders }, back, first) => {
    const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(first);
    back.write(head);
    back.on('error', () => socket.destroy());
    back.pipe(socket).pipe(back);
  });
  onward.on('response', () => socket.destroy());
  onward.on('error', () => socket.destroy());
  onward.end();
}
