import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import { longerAnswers, rightsTable, waysToAsk } from '#worker/promises/model/documents/rights-table.ts';

export const RIGHTS: SectionPlan = {
  id: 'rights',
  title: { en: 'Your rights' },
  plain: {
    en: 'Ask what is known about you, have it corrected or deleted, and say no to sale and sharing. Using a right never costs you anything.',
  },
  details: (_, voice) => [rightsTable(['ccpa'], voice), ...longerAnswers(['ccpa'], voice)],
};

export const ASKING: SectionPlan = {
  id: 'asking',
  title: { en: 'How to ask' },
  plain: { en: 'By mail, by post, or for “no sale, no sharing” by one button. No account is needed.' },
  details: (source, voice) => [waysToAsk(source, voice)],
};
