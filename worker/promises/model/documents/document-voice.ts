import type { PolicyVersion } from '#worker/board/model/board.ts';
import { countryName, languageName } from '#worker/kernel/display-names.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';
import type { Clause } from '#worker/promises/model/clause.ts';
import type { Duration } from '#worker/promises/model/duration.ts';
import type { Facts } from '#worker/promises/model/facts.ts';
import { fillWords, sayDuration } from '#worker/promises/model/fill-words.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What a document is made from. */
export interface DocumentSource {
  readonly policy: Policy;
  readonly clauses: readonly Clause[];
  readonly language: string;
  readonly version: PolicyVersion;
}

/** How a document speaks in its language. */
export interface Voice {
  readonly say: (words: Words, more?: Facts) => string;
  readonly period: (duration: Duration) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  readonly country: (code: string) => string;
  readonly languageNamed: (code: string) => string;
  /** `2026-12-01` → "1 December 2026", as the language writes it. */
  readonly day: (day: string) => string;
}

export function voiceOf({ policy, language }: Pick<DocumentSource, 'policy' | 'language'>): Voice {
  const written = writtenAs(language);
  const items = new Intl.ListFormat(written);
  const days = new Intl.DateTimeFormat(written, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    say: (words, more = {}) => fillWords(words, { facts: { ...policy.facts, ...more }, language }),
    period: (duration) => sayDuration(duration, language),
    list: (texts) => items.format(texts),
    country: (code) => countryName(code, language),
    languageNamed: (code) => languageName(code, language),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
}
