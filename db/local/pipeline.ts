import { noArguments } from '#db/local/arguments.ts';
import { runBatch } from '#db/local/batch.ts';
import { ProtocolFailure, StatementFailure } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';
import type { StreamRequest } from '#db/local/protocol.ts';
import type { Stream } from '#db/local/stream.ts';
import { type StreamContext, sqlOf } from '#db/local/stream-context.ts';

/** Answers one request as the protocol's StreamResult in JSON. A failed statement is an answer; the next request still runs. */
export async function answerRequest(context: StreamContext, request: StreamRequest): Promise<string> {
  try {
    const result = await respond(context, request);
    const field = result === null ? '' : `,"result":${result}`;
    return `{"type":"ok","response":{"type":"${request.type}"${field}}}`;
  } catch (error) {
    if (!(error instanceof StatementFailure)) throw error;
    return JSON.stringify({ type: 'error', error: { message: error.message, code: error.code } });
  }
}

async function respond(context: StreamContext, request: StreamRequest): Promise<string | null> {
  switch (request.type) {
    case 'execute':
      return execute(context, request);
    case 'batch':
      return runBatch(context, request.steps);
    case 'sequence':
      return runSequence(context, sqlOf(context.stream, request.text));
    case 'describe':
      return describe(context, sqlOf(context.stream, request.text));
    case 'store_sql':
      return store(context.stream, request);
    case 'close_sql':
      context.stream.storedTexts.delete(request.id);
      return null;
    case 'close':
      return null;
  }
}

function execute({ stream, reader, budget }: StreamContext, { statement }: StreamRequest & { type: 'execute' }): Promise<string> {
  const { text, arguments: given, wantRows } = statement;
  return stream.run({ statement: reader.one(sqlOf(stream, text)), arguments: given, wantRows, budget });
}

/** Stops at the first failure; what ran before stays, unless the text itself opened a transaction. */
async function runSequence({ stream, reader, budget }: StreamContext, sql: string): Promise<null> {
  for (const statement of reader.all(sql)) {
    await stream.run({ statement, arguments: noArguments, wantRows: false, budget });
  }
  return null;
}

function describe({ stream, reader }: StreamContext, sql: string): string {
  const statement = reader.one(sql);
  return JSON.stringify({
    params: statement.parameters.map((name) => ({ name })),
    cols: stream.describe(statement),
    is_explain: statement.kind === 'explain',
    is_readonly: statement.kind !== 'write',
  });
}

function store({ storedTexts }: Stream, { id, sql }: { id: number; sql: string }): null {
  if (storedTexts.has(id)) throw new ProtocolFailure(`SQL text ${id} already exists`);
  if (storedTexts.size >= limits.storedTexts) {
    throw new StatementFailure('SQL_STORE_TOO_MANY', `The server already stores ${storedTexts.size} SQL texts, it cannot store more`);
  }
  const size = Buffer.byteLength(sql);
  if (size > limits.storedText) {
    throw new StatementFailure('SQL_STORE_TOO_LARGE', `The statement is too large to be stored: ${size}/${limits.storedText} bytes`);
  }
  storedTexts.set(id, sql);
  return null;
}
