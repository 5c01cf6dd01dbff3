import type { Clause } from '#worker/promises/model/clause.ts';

export const CHANGES: readonly Clause[] = [
  {
    id: 'policy-dated',
    origins: ['NEC-23', 'PRO-15', 'EJO-24', 'JTW-15'],
    topic: 'changes',
    state: 'kept',
    words: { en: 'Each policy shows its version, the day it took effect and what changed. Older versions stay readable, word for word.' },
    enforcedBy: ['worker/promises/model/versions.ts', 'worker/local/archive-problems.ts', 'worker/board/policies'],
  },
  {
    id: 'announced-ahead',
    origins: ['JTW-09', 'EJO-24'],
    topic: 'changes',
    state: 'kept',
    words: {
      en: 'A new version is announced on the site at least {announce-ahead} before it takes effect. A board that shortens this does not start.',
    },
    enforcedBy: ['worker/board/model/check-dates.ts', 'site/components/PolicyNotice.astro'],
  },
  {
    id: 'new-purpose-opt-out',
    origins: ['JTW-09'],
    topic: 'changes',
    state: 'planned',
    words: { en: 'Before your data is used for something new you get a mail, and can say no to that one purpose.' },
    enforcedBy: [],
  },
  {
    id: 'no-gaps-in-policy',
    origins: ['NEC-23', 'EJO-24'],
    topic: 'changes',
    state: 'kept',
    words: { en: 'A policy with a gap, an empty list or a missing contact fails our checks, with a sentence that says what is missing.' },
    enforcedBy: ['worker/local/lint'],
  },
  {
    id: 'no-number-by-hand',
    origins: ['OWN'],
    topic: 'changes',
    state: 'kept',
    words: { en: 'No number stands in the words of our policies by hand: each comes from the settings that the board runs on.' },
    enforcedBy: ['worker/promises/model/facts.ts', 'worker/local/lint/numbers.ts'],
  },
  {
    id: 'one-language-a-page',
    origins: ['NET-02'],
    topic: 'changes',
    state: 'kept',
    words: { en: 'A page speaks one language: no label in another, and none twice.' },
    enforcedBy: ['site/messages/translate.ts', 'worker/local/lint/language.ts'],
  },
  {
    id: 'promises-proven',
    origins: ['OWN'],
    topic: 'changes',
    state: 'kept',
    words: {
      en: 'A promise is printed only where there are tests to prove it. Each names them, and the page of promises says how they ended on this very build, or that they did not run on it.',
    },
    enforcedBy: ['worker/local/lint/clauses.ts', 'worker/promises/view-promises.ts'],
  },
];
