import type { Words } from '#worker/promises/model/words.ts';

/** A part of the policy, in its order. */
export type ClauseTopic =
  | 'search'
  | 'cookies'
  | 'measuring'
  | 'jobs'
  | 'account'
  | 'cv'
  | 'applications'
  | 'alerts'
  | 'employers'
  | 'recipients'
  | 'retention'
  | 'rights'
  | 'security'
  | 'changes';

/** One promise: what the board does, in words, and the tests that carry its id. */
export interface Clause {
  /** `search-forgets`: stays, because tests, pages and links hold on to it. */
  readonly id: string;
  /** The lines of the five policies that it comes from (`NEC-01`), or `OWN`. At least one. */
  readonly origins: readonly string[];
  readonly topic: ClauseTopic;
  /** `planned`: its feature does not exist yet, and it is printed nowhere as a promise. */
  readonly state: 'kept' | 'planned';
  /** Begins with a capital, ends with a full stop; names its numbers as facts. */
  readonly words: Words;
  /** In the words of the moment, where a promise note stands under a form. */
  readonly note?: Words;
  /** The files that do it, from the project's folder: where a reader looks next. Empty only while planned. */
  readonly enforcedBy: readonly string[];
}

/** What the law makes a notice say: always printed, with the way that works today. */
export interface Notice {
  readonly id: string;
  /** `GDPR 13(2)(b)`. */
  readonly law: string;
  readonly words: Words;
}
