import { randomBytes } from 'node:crypto';
import type { ConnectionPool } from '#db/local/connection-pool.ts';
import { ProtocolFailure, StreamExpired } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';
import { createStream, type Stream } from '#db/local/stream.ts';
import type { WriterLock } from '#db/local/writer-lock.ts';

/** A stream in the hands of a request. */
export interface OpenStream {
  readonly id: string;
  readonly stream: Stream;
  /** Rises with each request, so that an old baton is known as such. */
  readonly sequence: number;
}

export interface StreamRegister {
  open(): OpenStream;
  resume(baton: string): OpenStream;
  /** Lays the stream aside until its next request, and answers the baton that request must show. */
  park(open: OpenStream): string;
  end(open: OpenStream): void;
  endParked(): void;
}

interface ParkedStream extends OpenStream {
  readonly timers: readonly NodeJS.Timeout[];
}

export function createStreamRegister(pool: ConnectionPool, lock: WriterLock): StreamRegister {
  const parked = new Map<string, ParkedStream>();
  const absent = new Map<string, 'running' | 'expired'>();

  function open(): OpenStream {
    const stream = createStream({ connection: pool.borrow(), lock, giveBack: pool.giveBack });
    const id = randomBytes(16).toString('base64url');
    absent.set(id, 'running');
    return { id, stream, sequence: 0 };
  }

  function resume(baton: string): OpenStream {
    const [id = '', sequence] = baton.split('.');
    if (absent.get(id) === 'expired') throw new StreamExpired();
    if (absent.has(id)) throw new ProtocolFailure('Received a baton that has already been used');
    const found = parked.get(id);
    if (!found) throw new ProtocolFailure('Received an invalid baton');
    if (String(found.sequence) !== sequence) throw new ProtocolFailure('Received a baton that has already been used');
    unpark(found);
    absent.set(id, 'running');
    return found;
  }

  function unpark({ id, timers }: ParkedStream): void {
    for (const timer of timers) clearTimeout(timer);
    parked.delete(id);
  }

  function park({ id, stream, sequence }: OpenStream): string {
    const timers = [setTimeout(() => expire(id), limits.streamIdle)];
    if (stream.holdsWriterLock) timers.push(setTimeout(() => stream.timeOut(), limits.transactionIdle));
    absent.delete(id);
    parked.set(id, { id, stream, sequence: sequence + 1, timers });
    return `${id}.${sequence + 1}`;
  }

  function expire(id: string): void {
    const found = parked.get(id);
    if (!found) return;
    unpark(found);
    found.stream.end();
    absent.set(id, 'expired');
    setTimeout(() => absent.delete(id), limits.expiredStreamRemembered).unref();
  }

  function end({ id, stream }: OpenStream): void {
    absent.delete(id);
    stream.end();
  }

  function endParked(): void {
    for (const found of [...parked.values()]) {
      unpark(found);
      found.stream.end();
    }
  }

  return { open, resume, park, end, endParked };
}
