/** A statement or batch that failed; the stream lives on. Codes and messages are those a libSQL server sends. */
export class StatementFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'StatementFailure';
    this.code = code;
  }
}

/** A request that breaks the protocol; answered with 400 and the end of its stream. */
export class ProtocolFailure extends Error {
  override readonly name = 'ProtocolFailure';
}

/** A stream that lay idle too long. Clients know it by its code. */
export class StreamExpired extends Error {
  override readonly name = 'StreamExpired';
  readonly code = 'STREAM_EXPIRED';

  constructor() {
    super('The stream has expired due to inactivity');
  }
}

export const transactionTimeout = (): StatementFailure => new StatementFailure('TRANSACTION_TIMEOUT', 'Transaction timed out');

export const transactionBusy = (): StatementFailure =>
  new StatementFailure('TRANSACTION_BUSY', 'Server cannot handle additional transactions');

export const responseTooLarge = (): StatementFailure => new StatementFailure('RESPONSE_TOO_LARGE', 'Response is too large');

/** Failures that end a whole batch, not one of its steps. */
export function endsBatch(failure: StatementFailure): boolean {
  return ['TRANSACTION_TIMEOUT', 'TRANSACTION_BUSY', 'RESPONSE_TOO_LARGE'].includes(failure.code);
}
