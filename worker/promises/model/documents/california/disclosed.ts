import { type SectionPlan, tableOr } from '#worker/promises/model/documents/blocks.ts';
import { LAW_CATEGORIES } from '#worker/promises/model/documents/california/law-categories.ts';
import type { Voice } from '#worker/promises/model/documents/document-voice.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import { type Recipient, sharingOf } from '#worker/promises/model/recipients.ts';

export const SOLD: SectionPlan = {
  id: 'sold',
  title: { en: 'What is sold or shared' },
  plain: {
    en: 'Nothing is sold. Whether anything is shared for advertising depends on the services that are switched on; the list below is made from them.',
  },
  details: ({ policy }, { say }) => [
    tableOr(
      {
        caption: say({ en: 'Services that share' }),
        columns: [say({ en: 'Service' }), say({ en: 'What it does' }), say({ en: 'Who gets data' })],
        rows: sharingOf(policy.services).map(({ name, does, recipient }) => [name, say(does), recipient?.name ?? policy.board.name]),
      },
      say({ en: 'No service that shares is switched on. The page below lets you refuse all the same, for whatever may come.' }),
    ),
    { is: 'links', items: [{ href: '/california/choices', text: say({ en: 'Your privacy choices: no sale, no sharing' }) }] },
  ],
};

export const DISCLOSED: SectionPlan = {
  id: 'disclosed',
  title: { en: 'Who else gets it' },
  plain: { en: 'The companies that work for us, on our instructions; and authorities, when a law says so.' },
  details: ({ policy }, { say }) => [
    {
      is: 'table',
      caption: say({ en: 'Recipients' }),
      columns: [say({ en: 'Who' }), say({ en: 'Gets what' }), say({ en: 'Category of the law' })],
      rows: [
        ...policy.processors
          .filter(({ role }) => role === 'processor')
          .map(({ name, does }) => [name, say(does), say({ en: 'Those of the table above that its work needs' })]),
        ...policy.recipients.map((one) => [say(one.who), say(one.gets), lawCategories(one, policy, say)]),
      ],
    },
  ],
};

function lawCategories({ categories }: Recipient, { dataCategories }: Policy, say: Voice['say']): string {
  const handed = dataCategories.filter(({ id }) => categories.some((category) => category === id));
  return [...new Set(handed.flatMap(({ california }) => (california === null ? [] : [say(LAW_CATEGORIES[california])])))].join('; ');
}

export const SIGNAL: SectionPlan = {
  id: 'gpc',
  title: { en: 'Global Privacy Control' },
  plain: { en: 'If your browser says “do not sell or share”, that is enough. You need not press anything.' },
};
