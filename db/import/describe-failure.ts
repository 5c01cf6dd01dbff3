import { DomainError } from '#worker/kernel/errors.ts';
import { sayError } from '#worker/refusals/model/refusal-words.ts';

/**
 * A failure that nobody expected, for the operator's terminal or log: its own words where it has some for people, else what kind it was
 * and where it came from. A failed statement's message is left out: it holds the values, which are people's data.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `The import failed: ${typeof error}.`;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) if (cause instanceof DomainError) return sayError(cause);
  const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
  const what = 'params' in error ? `the database refused a statement${code}` : `${error.name}: ${error.message}`;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [`The import failed: ${what}.`, ...frames].join('\n');
}
