import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const TODAY: SectionPlan = {
  id: 'today',
  title: { en: 'What you can do here, and what it costs you in data' },
  plain: {
    en: 'Today you can search job ads and read them. For that you need no account, and we keep nothing about you. There are no accounts yet, no CVs, no applications, no alerts by mail, and nobody can post an ad here.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'You read a page: your browser asks for it and gets it. As long as you have chosen nothing, no cookie is set.' }),
        say({
          en: 'You search: your words are used for the answer and then forgotten. They stay in the address of the page, so that you can keep or send it, and in your browser’s own history.',
        }),
        say({
          en: 'You apply: that happens at the employer. The link leads away from here, and does not tell where on this board you were.',
        }),
        say({ en: 'You write a mail: you get an answer, and both are kept for {keep.letters}.' }),
      ],
    },
    { is: 'paragraph', text: say({ en: 'When one of the things that are missing is built, it comes into this policy first.' }) },
  ],
  promises: ['search', 'account', 'cv', 'applications', 'alerts', 'employers'],
};
