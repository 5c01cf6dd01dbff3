import { ConfigError } from '#worker/config.ts';

/** Where log lines go. */
export type Log = (line: string) => void;

export interface AnsweredRequest {
  /** Random, made here. */
  readonly id: string;
  /** A pattern, never the path itself. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** One line for each answer. What it may hold is what is named here: no query, address, user agent or body. */
export function logAnswer(log: Log, { id, route, status, ms }: AnsweredRequest): void {
  log(JSON.stringify({ id, route, status, ms }));
}

/**
 * One line for a failure that nobody expected. Messages are left out, because a database names the values of a failed statement in
 * them: the kinds of the error and its causes and the places in the code have to do.
 */
export function logFailure(log: Log, { reference, error }: { readonly reference: string; readonly error: unknown }): void {
  const what = error instanceof ConfigError ? { configuration: error.message } : { error: kindsOf(error), at: framesOf(error) };
  log(JSON.stringify({ reference, ...what }));
}

function kindsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return [`${error.name}${code}`, ...(error.cause === undefined ? [] : kindsOf(error.cause))];
}

function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}
