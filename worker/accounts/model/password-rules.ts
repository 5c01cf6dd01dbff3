import { ownWordsIn, withoutOwnWords } from '#worker/accounts/model/own-words.ts';
import { isPredictable, repeatedUnit } from '#worker/accounts/model/predictable.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Where the password is all that keeps a stranger out, and where a second factor stands beside it. */
export const LEAST_ALONE = 15;
export const LEAST_WITH_FACTOR = 8;
export type LeastLength = typeof LEAST_ALONE | typeof LEAST_WITH_FACTOR;
export const LONGEST_PASSWORD = 256;
/** What has to be there beside somebody's own words. */
const LEAST_BESIDE_OWN_WORDS = 8;

export interface NewPassword {
  readonly password: string;
  readonly least: LeastLength;
  /** What others know of the person or see on the page: `personalWords` makes them. */
  readonly words: readonly string[];
}

export type PasswordProblem = 'too-short' | 'too-short-with-factor' | 'too-long' | 'predictable' | 'own-words' | 'common';

/** What is wrong, and what to do. */
export const PASSWORD_PROBLEMS: Readonly<Record<PasswordProblem, Words>> = {
  'too-short': { en: `Use at least ${LEAST_ALONE} characters: four or five words that nobody expects together are easy to keep in mind.` },
  'too-short-with-factor': { en: `Use at least ${LEAST_WITH_FACTOR} characters.` },
  'too-long': { en: `Use at most ${LONGEST_PASSWORD} characters.` },
  predictable: { en: 'This repeats itself, or follows the keyboard or the alphabet. Use words that do not follow from each other.' },
  'own-words': {
    en: 'This is mostly your own name or address, or the name of this board, which are the first things that others try. Use other words.',
  },
  common: { en: 'This is one of the passwords that are tried first everywhere. Use another, such as four or five unexpected words.' },
};

/** As passwords are counted, compared and hashed: one way to write each letter. Nothing is cut off, no case is changed. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** Characters as people count them, not as memory does. */
export function passwordLength(password: string): number {
  return Array.from(normalPassword(password)).length;
}

/** The first thing that speaks against a new password; null where nothing does. Which characters it is made of is nobody's business. */
export function passwordProblem({ password, least, words }: NewPassword): PasswordProblem | null {
  const length = passwordLength(password);
  if (length < least) return least === LEAST_ALONE ? 'too-short' : 'too-short-with-factor';
  if (length > LONGEST_PASSWORD) return 'too-long';
  const folded = foldPassword(password);
  if (isPredictable(folded)) return 'predictable';
  if (!ownWordsIn(folded, words)) return null;
  return Array.from(withoutOwnWords(folded, words)).length < LEAST_BESIDE_OWN_WORDS ? 'own-words' : null;
}

/** As it is compared with what is commonly used: in lower case. */
export function foldPassword(password: string): string {
  return normalPassword(password).toLowerCase();
}

/** What is compared with the common ones: the whole, the word before digits and signs that were put behind it (`Sunshine2026!!!`), and what of these is repeated. */
export function commonForms(password: string): readonly string[] {
  const folded = foldPassword(password);
  const word = folded.replace(/[\p{N}\p{P}\p{S}\s]+$/u, '');
  const forms = [folded, word].flatMap((form) => [form, repeatedUnit(Array.from(form)).join('')]);
  return [...new Set(forms)].filter((form) => form === folded || form.length >= SHORTEST_WORD);
}

const SHORTEST_WORD = 4;
