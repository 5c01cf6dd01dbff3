import type { ErrorView } from '#worker/jobs/model/job-view.ts';
import type { ErrorCode, FieldError } from '#worker/kernel/errors.ts';
import { DomainError, TooManyError } from '#worker/kernel/errors.ts';
import { sayFields, sayWhole } from '#worker/refusals/model/refusal-words.ts';

/** Codes that only HTTP knows. */
type HttpErrorCode = ErrorCode | 'method_not_allowed' | 'misdirected' | 'too_large' | 'failed';

export const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  step_up: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  misdirected: 421,
  too_many: 429,
  failed: 500,
  unavailable: 503,
} as const satisfies Record<HttpErrorCode, number>;

export interface Failure {
  readonly code: HttpErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldError[];
  readonly reference?: string;
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number;
}

/** The one shape of an error, in words. `field` is the first of `fields`. */
export function errorView({ code, message, fields = [], reference }: Failure): ErrorView {
  const [first] = fields;
  return {
    error: {
      code,
      message: sayWhole(message, fields),
      ...(first === undefined ? {} : { field: first.field, fields: sayFields(fields) }),
      ...(reference === undefined ? {} : { reference }),
    },
  };
}

/** An error as an answer, outside of Hono as well. Nobody keeps it. */
export function errorAnswer(failure: Failure, headers: Readonly<Record<string, string>> = {}): Response {
  const later = failure.retryAfter === undefined ? {} : { 'Retry-After': String(failure.retryAfter) };
  return Response.json(errorView(failure), {
    status: STATUS[failure.code],
    headers: { 'Cache-Control': 'no-store', ...later, ...headers },
  });
}

/** What a caught error tells the outside: a DomainError its own words, also where a library wrapped it; everything else a fixed sentence. */
export function failureOf(error: unknown, reference: string): Failure {
  const known = domainErrorIn(error);
  if (known?.code === 'unavailable') return { code: known.code, message: known.message, reference };
  const later = known instanceof TooManyError ? { retryAfter: known.retryAfterSeconds } : {};
  if (known !== null) return { code: known.code, message: known.message, fields: known.fields, ...later };
  return {
    code: 'failed',
    message: 'Something went wrong on our side. Try again; if it stays, write to us and name the reference.',
    reference,
  };
}

function domainErrorIn(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  return error instanceof Error && error.cause !== undefined ? domainErrorIn(error.cause) : null;
}
