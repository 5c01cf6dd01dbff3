import { errorsBy } from '#site/lib/field-errors.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';

/** What the controls of the form show: what was typed, what is wrong with it, what there is to say of it. */
export interface DraftForm {
  readonly kind: JobKind;
  readonly value: (name: string, unless?: string) => string;
  readonly values: (name: string) => readonly string[];
  readonly errorOf: (name: string) => string | undefined;
  readonly hintsOf: (field: string) => readonly FlagRaised[];
}

export interface Shown {
  readonly kind: JobKind;
  readonly fields: DraftFields;
  readonly errors: readonly FieldError[];
  readonly hints: readonly FlagRaised[];
}

export function draftForm({ kind, fields, errors, hints }: Shown): DraftForm {
  return {
    kind,
    value: (name, unless = '') => oneOf(fields[name]) ?? unless,
    values: (name) => listOf(fields[name]),
    errorOf: errorsBy(errors),
    hintsOf: (field) => hints.filter((hint) => hint.field === field),
  };
}

function oneOf(value: DraftFields[string] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value[0];
}

function listOf(value: DraftFields[string] | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
