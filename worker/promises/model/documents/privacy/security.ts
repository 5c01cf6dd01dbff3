import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const SECURITY: SectionPlan = {
  id: 'security',
  title: { en: 'How data are kept safe' },
  plain: { en: 'The best protection is to keep little. What there is, is guarded like this:' },
  details: ({ policy }, { say }) => [
    { is: 'list', items: policy.securityMeasures.map(({ words }) => say(words)) },
    {
      is: 'paragraph',
      text: say({
        en: 'If data get into wrong hands all the same, {authority} is told within {deadline.breach} where that is a risk to people, and so are those whom it puts at high risk. If you find a weakness, write to {security-mail}.',
      }),
    },
  ],
  promises: ['security'],
};
