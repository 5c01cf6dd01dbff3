/** The closed set of what can go wrong; `step_up` asks a member for proof again. It knows no HTTP: each transport maps it once. */
export type ErrorCode = 'invalid' | 'unauthenticated' | 'step_up' | 'forbidden' | 'not_found' | 'conflict' | 'too_many' | 'unavailable';

export interface FieldError {
  /** The parameter, header or form field as the caller wrote it. */
  readonly field: string;
  /** What is wrong and what to do, as one sentence: its id in a catalogue of refusals, or the sentence itself. */
  readonly message: string;
  /** What is filled into the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Stands for a message that is made of those of its fields. */
export const SEE_FIELDS = 'see-fields';

/**
 * Thrown for what must stop. Its message, an id in a catalogue of refusals or the sentence itself, is shown to people: it says what to do
 * next and reveals nothing.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];

  constructor(code: ErrorCode, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
  }
}

/** `too_many` that says when to come back. */
export class TooManyError extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('too_many', message);
    this.name = 'TooManyError';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One field is wrong: the sentence stands beside it. */
export function invalidField(field: string, message: string): DomainError {
  return new DomainError('invalid', message, [{ field, message }]);
}

/** Nobody is signed in, or the account went meanwhile. */
export function signInFirst(): DomainError {
  return new DomainError('unauthenticated', 'Sign in first, then repeat this.');
}
