import { createConnectionPool } from '#db/local/connection-pool.ts';
import { ProtocolFailure } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';
import { answerRequest } from '#db/local/pipeline.ts';
import type { StreamRequest } from '#db/local/protocol.ts';
import { readPipelineRequest } from '#db/local/read-request.ts';
import { createStatementReader, type StatementReader } from '#db/local/statement-text.ts';
import type { Stream } from '#db/local/stream.ts';
import { createStreamRegister } from '#db/local/stream-register.ts';
import { createWriterLock } from '#db/local/writer-lock.ts';

/** A database file that answers the protocol, without the network around it. */
export interface Engine {
  /** Takes and answers a pipeline as JSON. Throws ProtocolFailure or StreamExpired, which end the stream. */
  answer(body: string): Promise<string>;
  /** Rolls back what idle clients left open, so that nobody waits for them. */
  endIdleStreams(): void;
  close(): void;
}

/** Throws if the file cannot be opened. */
export function openEngine(file: string): Engine {
  const pool = createConnectionPool(file);
  const register = createStreamRegister(pool, createWriterLock());
  const reader = createStatementReader();

  async function answer(body: string): Promise<string> {
    const { baton, requests } = readPipelineRequest(body);
    const open = baton === null ? register.open() : register.resume(baton);
    let next: string | null = null;
    try {
      const results = await answerAll({ stream: open.stream, reader }, requests);
      if (!requests.some(({ type }) => type === 'close')) next = register.park(open);
      return `{"baton":${JSON.stringify(next)},"base_url":null,"results":[${results.join(',')}]}`;
    } finally {
      if (next === null) register.end(open);
    }
  }

  return { answer, endIdleStreams: register.endParked, close: pool.close };
}

async function answerAll(parts: { stream: Stream; reader: StatementReader }, requests: readonly StreamRequest[]): Promise<string[]> {
  const context = { ...parts, budget: { left: limits.response } };
  const results: string[] = [];
  for (const [index, request] of requests.entries()) {
    if (requests[index - 1]?.type === 'close') throw new ProtocolFailure('Stream for this baton was closed');
    results.push(await answerRequest(context, request));
  }
  return results;
}
