import type { ZodError } from 'zod';
import { DomainError, type FieldError, SEE_FIELDS } from '#worker/kernel/errors.ts';

type Issue = ZodError['issues'][number];

/** Turns what a schema found wrong into our one shape of an error. */
export function refuseInvalid(result: { readonly success: true } | { readonly success: false; readonly error: ZodError }): undefined {
  if (result.success) return;
  throw new DomainError('invalid', SEE_FIELDS, result.error.issues.flatMap(fieldsOf));
}

function fieldsOf(issue: Issue): readonly FieldError[] {
  const path = issue.path.map((part) => String(part).slice(0, 100));
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message: issue.message }];
  return issue.keys
    .slice(0, 10)
    .map((key) => ({ field: [...path, key.slice(0, 100)].join('.'), message: 'There is no such field here. Leave it out.' }));
}
