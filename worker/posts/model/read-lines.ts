import type { FieldError } from '#worker/kernel/errors.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { TextField } from '#worker/posts/model/post-fields.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';

interface NeededLine {
  readonly field: TextField;
  readonly most: number;
  /** What is said where nothing was typed. */
  readonly empty: string;
}

/** One line of text that the form asks for. */
export function readNeededLine(reader: FieldReader, { field, most, empty }: NeededLine): string {
  const text = reader.line(field);
  if (text === '') reader.wrong(field, empty);
  if (text.length > most) reader.wrong(field, tooLong(text, most));
  return text;
}

/** One line of text, null where nothing was typed. */
export function readOptionalLine(reader: FieldReader, field: TextField): string | null {
  const text = reader.line(field);
  if (text.length > POST_LENGTHS.line) reader.wrong(field, tooLong(text, POST_LENGTHS.line));
  return text === '' ? null : text;
}

/** What is said of a text that is too long. */
export function tooLong({ length }: { readonly length: number }, most: number): Omit<FieldError, 'field'> {
  return { message: 'ad-form.too-long', values: { most, length } };
}
