import type { Clause } from '#worker/promises/model/clause.ts';

export const APPLICATIONS: readonly Clause[] = [
  {
    id: 'one-act-one-employer',
    origins: ['NEC-18', 'NET-27'],
    topic: 'applications',
    state: 'planned',
    words: { en: 'An employer sees you only by your own act, and each act reaches that employer alone.' },
    enforcedBy: [],
  },
  {
    id: 'what-they-got',
    origins: ['NET-35'],
    topic: 'applications',
    state: 'planned',
    words: { en: 'You are told before you apply that the employer keeps a copy, and you can always see what they got.' },
    enforcedBy: [],
  },
  {
    id: 'applicant-figures-grouped',
    origins: ['NET-28'],
    topic: 'applications',
    state: 'planned',
    words: { en: 'Figures about those who apply are shown for groups only, and never for a few people.' },
    enforcedBy: [],
  },
  {
    id: 'offers-only-after-yes',
    origins: ['NET-25', 'NET-22'],
    topic: 'applications',
    state: 'planned',
    words: { en: 'Your contact goes to nobody for offers or advertising unless you said yes to that one.' },
    enforcedBy: [],
  },
];
