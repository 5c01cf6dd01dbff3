import { z } from 'zod';
import type { Words } from '#worker/promises/model/words.ts';

/** What a field of a board file must be, and what is missing without it. */
export interface Expectation {
  /** "a mail address". */
  readonly what: string;
  /** "the page of contacts needs it". */
  readonly why: string;
  readonly fits?: (text: string) => boolean;
}

/** Left in by whoever copied a text and never filled it in. */
const PLACEHOLDER =
  /\[[^\]]*\]|\{[^}]*\}|<[^>]*>|\b(todo|tbd|fixme|xxx|lorem|placeholder|change ?me|your (name|company|address|e-?mail))\b/i;

/** A field that holds a text. Each problem is the rest of a sentence that begins with the field's name. */
export function text({ what, why, fits }: Expectation): z.ZodType<string> {
  return z.custom<string>().superRefine((value, context) => {
    const complain = (problem: string) =>
      // Nothing that builds on the field is looked at then.
      context.addIssue({ code: 'custom', message: `${problem}: ${why}. Put ${what} there.`, continue: false });
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return complain('is missing');
    if (typeof value !== 'string') return complain('is not a text');
    if (PLACEHOLDER.test(value)) return complain(`is still a placeholder (“${value}”)`);
    if (fits !== undefined && !fits(value)) complain(`is “${value}”, not ${what}`);
  });
}

/** A text in each of the board's languages, and in English, which stands in for the others. */
export function words(languages: readonly string[], expected: Expectation): z.ZodType<Words> {
  const wanted = [...new Set(['en', ...languages])];
  const fields = Object.fromEntries(wanted.map((language) => [language, text(expected)]));
  return z.looseObject(fields, { error: sentence(expected) }).transform(asWords);
}

/** Checked field by field just before. */
function asWords(value: unknown): Words {
  return value as Words;
}

/** A list that holds something, and no text twice. */
export function list<Entry extends z.ZodType>(entry: Entry, expected: Expectation) {
  return z
    .array(entry, { error: sentence(expected) })
    .min(1, `is empty: ${expected.why}. Put ${expected.what} there.`)
    .superRefine((entries, context) => {
      const double = entries.filter((value, index) => typeof value === 'string' && entries.indexOf(value) !== index);
      for (const value of double) context.addIssue({ code: 'custom', message: `names ${String(value)} twice: keep one of them.` });
    });
}

/** For a list whose entries are told apart by their ids. */
export function noIdTwice(entries: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const ids = entries.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index)
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `is “${id}” a second time: keep one.` });
  }
}

/** An object with exactly these fields. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape, expected: Expectation) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? 'is no field of a board file: correct its name, or remove it.' : sentence(expected),
  });
}

/** A whole number from one to another. */
export function whole(range: { readonly least: number; readonly most: number }, why: string) {
  const message = `must be a whole number from ${range.least} to ${range.most}: ${why}.`;
  return z.int({ error: message }).min(range.least, message).max(range.most, message);
}

function sentence({ what, why }: Expectation): string {
  return `is missing: ${why}. Put ${what} there.`;
}
