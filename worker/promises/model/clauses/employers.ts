import type { Clause } from '#worker/promises/model/clause.ts';

export const EMPLOYERS: readonly Clause[] = [
  {
    id: 'cv-search-verified',
    origins: ['NET-36', 'NET-24'],
    topic: 'employers',
    state: 'planned',
    words: { en: 'Only employers that we have checked may search CVs, within limits, and each look is logged.' },
    enforcedBy: [],
  },
  {
    id: 'contact-by-relay',
    origins: ['NET-20'],
    topic: 'employers',
    state: 'planned',
    words: { en: 'Employers write to you through the board and learn your address only if you answer with it.' },
    enforcedBy: [],
  },
  {
    id: 'co-branded-two-policies',
    origins: ['NET-29'],
    topic: 'employers',
    state: 'planned',
    words: { en: 'On a site that we run with another company, every form names both, and both policies are linked.' },
    enforcedBy: [],
  },
  {
    id: 'employers-verified',
    origins: ['NET-24', 'OWN'],
    topic: 'employers',
    state: 'kept',
    words: {
      en: 'The mark “verified” names a domain that the employer has proven to be its own, and since when. It is checked again, and goes when it no longer holds.',
    },
    enforcedBy: ['worker/employers/check-proof.ts', 'worker/employers/recheck-proofs.ts'],
  },
];
