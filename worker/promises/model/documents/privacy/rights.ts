import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import { longerAnswers, rightsTable, waysToAsk } from '#worker/promises/model/documents/rights-table.ts';

export const RIGHTS_SECTION: SectionPlan = {
  id: 'rights',
  title: { en: 'Your rights' },
  plain: {
    en: 'Your data is yours. Ask, and you get an answer; everybody gets one, wherever they live. If you are refused something, you are told why, and who can look at it again.',
  },
  details: (source, voice) => {
    const laws = source.policy.board.jurisdictions;
    const { website, name } = source.policy.board.controller.supervisoryAuthority;
    return [
      rightsTable(laws, voice),
      ...longerAnswers(laws.slice(0, 1), voice),
      {
        is: 'paragraph',
        text: voice.say({
          en: 'We must be sure that data is yours before we hand it out. We ask for no more than that needs, and keep none of it. A request can be refused where it would harm somebody else’s rights or a law forbids it.',
        }),
      },
      waysToAsk(source, voice),
      { is: 'links', items: [{ href: website, text: name }] },
    ];
  },
  promises: ['rights'],
};

export const OBJECTING: SectionPlan = {
  id: 'objecting',
  title: { en: 'You can object' },
  plain: { en: 'Say no, and why, and the use stops, unless there are reasons that outweigh yours. Then you are told which.' },
};
