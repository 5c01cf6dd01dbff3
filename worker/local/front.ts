import { Agent, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Arrival, Decision } from '#worker/local/front-rules.ts';

export interface FrontDoor {
  /** Where the Worker answers. Until it is known, everybody is asked to wait. */
  readonly behind: () => URL | null;
  readonly decide: (arrival: Arrival) => Decision;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });

/** Makes a server the door of this machine: it decides, cleans the headers, and passes on. */
export function openFront(server: Server, door: FrontDoor): void {
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const decision = door.decide(arrivalOf(incoming));
    const behind = door.behind();
    if (decision.kind !== 'pass') return turnAway(outgoing, decision);
    if (behind === null) return say(outgoing, { status: 503, message: 'The board is starting.', headers: { 'Retry-After': '5' } });
    passOn({ incoming, outgoing, behind, headers: decision.headers });
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const decision = door.decide(arrivalOf(incoming));
    const behind = door.behind();
    if (decision.kind !== 'pass' || behind === null) return void socket.destroy();
    passUpgrade({ incoming, socket, head, behind, headers: decision.headers });
  });
}

/** Ends the connections that wait for nothing. */
export function forgetConnections(): void {
  agent.destroy();
}

function arrivalOf({ method = 'GET', url = '/', headers, rawHeaders, socket }: IncomingMessage): Arrival {
  return { method, target: url, host: headers.host, rawHeaders, sender: socket.remoteAddress ?? '' };
}

function turnAway(outgoing: ServerResponse, decision: Exclude<Decision, { kind: 'pass' }>): void {
  if (decision.kind === 'refuse') return say(outgoing, decision);
  outgoing.writeHead(307, { Location: decision.location, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end();
}

function say(outgoing: ServerResponse, answer: { status: number; message: string; headers?: Readonly<Record<string, string>> }): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  outgoing.writeHead(answer.status, { ...headers, ...answer.headers }).end(`${answer.message}\n`);
}

interface Passing {
  readonly incoming: IncomingMessage;
  readonly behind: URL;
  readonly headers: readonly string[];
}

function passOn(passing: Passing & { readonly outgoing: ServerResponse }): void {
  const { incoming, outgoing, behind, headers } = passing;
  // Said again, for without it Node would send the body of a GET as if it were the next request.
  const framing = incoming.headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked'];
  const { method, url: path } = incoming;
  const onward = request({ agent, host: behind.hostname, port: behind.port, method, path, headers: [...headers, ...framing] });
  onward.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (outgoing.headersSent || outgoing.destroyed) return outgoing.destroy();
    // The Worker closed a connection that had been idle, at the moment this request took it: it has seen nothing of it.
    if (onward.reusedSocket && error.code === 'ECONNRESET' && isRepeatable(incoming)) return passOn(passing);
    say(outgoing, { status: 502, message: 'The board does not answer. Try again in a moment.' });
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

/** Web sockets: of use while developing, when the page listens for changes. */
function passUpgrade({ incoming, socket, head, behind, headers }: Passing & { readonly socket: Duplex; readonly head: Buffer }): void {
  const onward = connect(Number(behind.port), behind.hostname, () => {
    const lines = [...headers, 'Connection', 'Upgrade', 'Upgrade', incoming.headers.upgrade ?? 'websocket'];
    const pairs = lines.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${lines[index + 1]}`] : []));
    onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${pairs.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}
