import type { FieldError } from '#worker/kernel/errors.ts';

/** Finds what is wrong with a field by its name in the form; undefined where nothing is. */
export function errorsBy(fields: readonly FieldError[]): (name: string) => string | undefined {
  return (name) => fields.find(({ field }) => field === name)?.message;
}
