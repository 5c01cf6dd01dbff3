import { inLanguage, type Words } from '#worker/promises/model/words.ts';
import { STAFF_ACTS, STAFF_REASONS } from '#worker/staff/model/staff-acts.ts';

const ACTS = new Map<string, Words>(Object.entries(STAFF_ACTS));
const REASONS = new Map<string, Words>(Object.entries(STAFF_REASONS));

/** A line of the log may be older than this version: what it does not know stands there by its id. */
export function actWords(act: string, language: string): string {
  const words = ACTS.get(act);
  return words === undefined ? act : inLanguage(words, language);
}

export function reasonWords(reason: string, language: string): string {
  const words = REASONS.get(reason);
  return words === undefined ? reason : inLanguage(words, language);
}
