import type { DataCategory } from '#worker/promises/model/data-categories.ts';
import { type SectionPlan, tableOr } from '#worker/promises/model/documents/blocks.ts';
import { LAW_CATEGORIES } from '#worker/promises/model/documents/california/law-categories.ts';
import type { Voice } from '#worker/promises/model/documents/document-voice.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import { type Recipient, sharingOf } from '#worker/promises/model/recipients.ts';
import type { Service } from '#worker/promises/model/services.ts';

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
        columns: [say({ en: 'Service' }), say({ en: 'What it does' }), say({ en: 'Category of the law' }), say({ en: 'Who gets data' })],
        rows: sharingOf(policy.services).map((service) => [
          service.name,
          say(service.does),
          namesOf(learntBy(service, policy), say),
          service.recipient?.name ?? policy.board.name,
        ]),
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
          .map((one) => [one.name, say(one.does), handledBy(one, policy, say)]),
        ...policy.recipients.map((one) => [say(one.who), say(one.gets), namesOf(handedTo(one, policy), say)]),
      ],
    },
  ],
};

/** What an optional service learns, by the categories of the law. */
function learntBy(service: Service, { dataCategories }: Policy): readonly DataCategory[] {
  return dataCategories.filter(({ keptBy, onlyWith }) => keptBy !== undefined && onlyWith?.(service));
}

/** A company that serves the board itself handles whatever its part of the work needs. */
function handledBy({ id }: Processor, policy: Policy, say: Voice['say']): string {
  const service = policy.services.find(({ recipient }) => recipient?.id === id);
  return service === undefined ? say({ en: 'Those of the table above that its work needs' }) : namesOf(learntBy(service, policy), say);
}

function handedTo({ categories }: Recipient, { dataCategories }: Policy): readonly DataCategory[] {
  return dataCategories.filter(({ id }) => categories.some((category) => category === id));
}

function namesOf(handed: readonly DataCategory[], say: Voice['say']): string {
  return [...new Set(handed.flatMap(({ california }) => california.map((one) => say(LAW_CATEGORIES[one]))))].join('; ');
}

export const SIGNAL: SectionPlan = {
  id: 'gpc',
  title: { en: 'Global Privacy Control' },
  plain: { en: 'If your browser says “do not sell or share”, that is enough. You need not press anything.' },
};
