import { mailTo, represented, type SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const WHO: SectionPlan = {
  id: 'who',
  title: { en: 'Who answers for your data' },
  plain: { en: '{controller} runs {board}, and answers for what happens to your data here. That is who “we” are on this page.' },
  details: ({ policy }, { say, country }) => {
    const { controller, dataProtection } = policy.board;
    return [
      {
        is: 'terms',
        items: [
          { term: say({ en: 'Controller' }), text: controller.name },
          { term: say({ en: 'Address' }), text: [...controller.postalAddress, country(controller.country)].join(', ') },
          { term: say({ en: 'Mail' }), text: controller.mail },
          { term: say(dataProtection.title), text: dataProtection.mail },
          ...represented(controller, say),
          { term: say({ en: 'Authority' }), text: controller.supervisoryAuthority.name },
        ],
      },
      { is: 'links', items: [mailTo(dataProtection.mail), { href: '/contact', text: say({ en: 'All ways to reach us' }) }] },
    ];
  },
};
