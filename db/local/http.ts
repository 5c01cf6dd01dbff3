import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Engine } from '#db/local/engine.ts';
import { ProtocolFailure, StreamExpired } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';

interface Answer {
  readonly status: number;
  readonly type: 'application/json' | 'text/plain';
  readonly body: string;
}

/** The protocol's addresses. It logs nothing: statements and their values are people's data. */
export function createListener(engine: Engine, token: string): RequestListener {
  const expected = digest(`Bearer ${token}`);

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && (path === '/health' || path === '/v2')) return text(200, '');
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return unauthorized;
    if (request.method !== 'POST' || path !== '/v2/pipeline') return text(404, 'Not found');
    const body = await readBody(request);
    return body === null ? text(413, 'The request is larger than 10 MB') : answerPipeline(engine, body);
  }

  return (request, response) => {
    answerTo(request).then(
      (answer) => send(response, answer),
      () => response.destroy(),
    );
  };
}

const unauthorized: Answer = {
  status: 401,
  type: 'application/json',
  body: '{"error":"Unauthorized: the bearer token is missing or wrong"}',
};

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

const text = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limits.requestBody) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limits.requestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function answerPipeline(engine: Engine, body: string): Promise<Answer> {
  try {
    return { status: 200, type: 'application/json', body: await engine.answer(body) };
  } catch (error) {
    if (error instanceof ProtocolFailure) return text(400, error.message);
    if (!(error instanceof StreamExpired)) return text(500, 'Internal server error');
    return { status: 400, type: 'application/json', body: JSON.stringify({ message: error.message, code: error.code }) };
  }
}

/** Written as bytes: a long text would be gone through once to be measured, once to be joined to its head, and once more to be sent. */
function send(response: ServerResponse, { status, type, body }: Answer): void {
  const bytes = Buffer.from(body);
  const headers = { 'content-type': type, 'content-length': bytes.length };
  response.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers).end(bytes);
}
