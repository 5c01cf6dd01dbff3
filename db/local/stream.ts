import { setTimeout as pause } from 'node:timers/promises';
import { type Arguments, bindArguments } from '#db/local/arguments.ts';
import type { Connection, DescribedColumn } from '#db/local/connection.ts';
import type { ResponseBudget } from '#db/local/execution.ts';
import { StatementFailure, transactionTimeout } from '#db/local/failures.ts';
import { limits } from '#db/local/limits.ts';
import type { StatementText } from '#db/local/statement-text.ts';
import type { WriterLock } from '#db/local/writer-lock.ts';

export interface StatementRun {
  readonly statement: StatementText;
  readonly arguments: Arguments;
  readonly wantRows: boolean;
  readonly budget: ResponseBudget;
}

/** One client's thread of work: its connection, its transaction, the texts it stored. */
export interface Stream {
  readonly storedTexts: Map<number, string>;
  readonly holdsWriterLock: boolean;
  run(run: StatementRun): Promise<string>;
  describe(statement: StatementText): readonly DescribedColumn[];
  /** Gives up the transaction of a client that let others wait; whatever it sends afterwards fails. */
  timeOut(): void;
  /** Rolls back what was not committed and gives the connection back. */
  end(): void;
}

export interface StreamParts {
  readonly connection: Connection;
  readonly lock: WriterLock;
  giveBack(connection: Connection): void;
}

export function createStream({ connection, lock, giveBack }: StreamParts): Stream {
  let holdsLock = false;
  let readOnly = false;
  let timedOut = false;

  function releaseUnlessInTransaction(): void {
    if (!connection.inTransaction) release();
  }

  function release(): void {
    readOnly = false;
    if (holdsLock) lock.release();
    holdsLock = false;
  }

  async function takeTurn({ kind }: StatementText): Promise<void> {
    if (timedOut) throw transactionTimeout();
    const writes = kind === 'write' || kind === 'begin-write';
    if (!writes || holdsLock) return;
    if (readOnly) throw new StatementFailure('SQLITE_READONLY', 'SQLite error: attempt to write a readonly database');
    await lock.acquire();
    holdsLock = true;
  }

  async function run({ statement, arguments: given, wantRows, budget }: StatementRun): Promise<string> {
    const values = bindArguments(statement, given);
    await takeTurn(statement);
    try {
      const result = await untilFree(() => connection.execute({ statement, values, wantRows, budget }));
      if (statement.kind === 'begin-read') readOnly = true;
      return result;
    } finally {
      releaseUnlessInTransaction();
    }
  }

  function timeOut(): void {
    timedOut = true;
    connection.reset();
    release();
  }

  function end(): void {
    giveBack(connection);
    release();
  }

  return {
    storedTexts: new Map(),
    get holdsWriterLock() {
      return holdsLock;
    },
    run,
    describe: connection.describe,
    timeOut,
    end,
  };
}

/** Another process may be writing to the same file: try again in turns, and let everybody else go on meanwhile. */
async function untilFree(attempt: () => string): Promise<string> {
  const deadline = performance.now() + limits.otherProcessBusy;
  for (let wait = 1; ; wait = Math.min(wait * 2, 16)) {
    const result = attempt();
    if (result !== 'busy') return result;
    if (performance.now() > deadline) throw new StatementFailure('SQLITE_BUSY', 'SQLite error: database is locked');
    await pause(wait);
  }
}
