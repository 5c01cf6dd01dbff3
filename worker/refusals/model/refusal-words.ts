import { sayFirst } from '#worker/board/model/say-first.ts';
import { EMPLOYER_REFUSALS } from '#worker/employers/model/employer-refusals.ts';
import { type DomainError, type FieldError, SEE_FIELDS } from '#worker/kernel/errors.ts';
import { MODERATION_REFUSALS } from '#worker/moderation/model/moderation-refusals.ts';
import { REPORT_REFUSALS } from '#worker/moderation/model/report-refusals.ts';
import { PICTURE_REFUSALS } from '#worker/pictures/model/picture-refusals.ts';
import { AD_FORM_REFUSALS } from '#worker/posts/model/ad-form-refusals.ts';
import { POST_REFUSALS } from '#worker/posts/model/post-refusals.ts';
import type { Words } from '#worker/promises/model/words.ts';
import { RELAY_REFUSALS } from '#worker/relay/model/relay-refusals.ts';
import { STAFF_REFUSALS } from '#worker/staff/model/staff-refusals.ts';

/** Every sentence that says why something is not done, by its id. */
export const REFUSALS: Readonly<Record<string, Words>> = {
  ...POST_REFUSALS,
  ...AD_FORM_REFUSALS,
  ...EMPLOYER_REFUSALS,
  ...PICTURE_REFUSALS,
  ...RELAY_REFUSALS,
  ...REPORT_REFUSALS,
  ...MODERATION_REFUSALS,
  ...STAFF_REFUSALS,
};

/** The sentence of an id in the board's first language; what has no id there is a sentence already. */
export function sayRefusal({ message, values = {} }: Pick<FieldError, 'message' | 'values'>): string {
  const words = Object.hasOwn(REFUSALS, message) ? REFUSALS[message] : undefined;
  return words === undefined ? message : sayFirst(words, values);
}

/** What is wrong with each field, in words. */
export function sayFields(fields: readonly FieldError[]): readonly { readonly field: string; readonly message: string }[] {
  return fields.map(({ field, ...said }) => ({ field, message: sayRefusal(said) }));
}

/** What is wrong as a whole, in words. */
export function sayWhole(message: string, fields: readonly FieldError[]): string {
  if (message !== SEE_FIELDS) return sayRefusal({ message, ...sharedValues(message, fields) });
  return sayFields(fields)
    .map((said) => `${said.field}: ${said.message}`)
    .join(' ');
}

/** What an error says to whoever runs a command. */
export function sayError({ message, fields }: DomainError): string {
  return sayWhole(message, fields);
}

/** Where one field is wrong, its sentence stands for the whole. */
function sharedValues(message: string, fields: readonly FieldError[]): Pick<FieldError, 'values'> {
  const values = fields.find((field) => field.message === message)?.values;
  return values === undefined ? {} : { values };
}
