/** Longer is no subject, and no name. */
const LONGEST = 200;

/**
 * A text as one line of a mail: no control characters, line breaks or invisible marks that turn or hide letters, so that nothing of it
 * ends a header and begins another.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}
