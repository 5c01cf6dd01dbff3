import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const SECURITY: SectionPlan = {
  id: 'security',
  title: { en: 'How data is kept safe' },
  plain: { en: 'The best protection is to keep little. What there is, is guarded like this:' },
  details: ({ policy }, { say }) => [
    { is: 'list', items: policy.securityMeasures.map(({ words }) => say(words)) },
    {
      is: 'paragraph',
      text: say({
        en: 'If data gets into wrong hands all the same, we tell {authority} within {deadline.breach}, unless it puts nobody at risk. Those whom it puts at high risk we tell, too. If you find a weakness, write to {security-mail}.',
      }),
    },
  ],
  promises: ['security'],
};
