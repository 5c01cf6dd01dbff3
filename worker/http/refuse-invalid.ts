import type { ZodError } from 'zod';
import { DomainError } from '#worker/kernel/errors.ts';

/** Turns what a schema found wrong into our one shape of an error. */
export function refuseInvalid(result: { readonly success: true } | { readonly success: false; readonly error: ZodError }): undefined {
  if (result.success) return;
  const fields = result.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
  throw new DomainError('invalid', fields.map(({ field, message }) => `${field}: ${message}`).join(' '), fields);
}
