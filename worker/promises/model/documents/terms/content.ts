import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const ADS_TERMS: SectionPlan = {
  id: 'ads',
  title: { en: 'Where the ads come from' },
  plain: {
    en: 'Every ad is taken over from a list or feed that {controller} has chosen, and is published by {controller}. It says which list that was.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'What an ad says is what its employer says. We mend broken letters and shouted titles, take contact details out, and move the dates of an old list, where the ad then says so. We change nothing else.',
        }),
        say({
          en: 'An ad is public for {keep.published-jobs} at most, counted from its publication or from the last time its source carried it, or until the end that it names.',
        }),
        say({
          en: 'An ad may be wrong or out of date all the same. Ask the employer before you rely on it, and never pay for getting a job.',
        }),
        say({ en: 'Employers: write to {general-mail} to have your ad corrected or taken down.' }),
      ],
    },
  ],
  promises: ['jobs'],
};

export const RANKING: SectionPlan = {
  id: 'ranking',
  title: { en: 'What comes first' },
  plain: {
    en: 'What fits your words best comes first, and among equals the newest. You may sort by date, pay or distance instead. Nobody can pay for a place.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'The order depends on what you typed and chose, and on the ads. It does not depend on who you are or what you did before: everybody who asks the same gets the same ({law.dsa-27}).',
      }),
    },
    { is: 'links', items: [{ href: '/ranking', text: say({ en: 'How ranking works' }) }] },
  ],
};

export const LINKS: SectionPlan = {
  id: 'links',
  title: { en: 'Links that lead away' },
  plain: {
    en: 'Applying and reading more often happen on the site of an employer. What happens there, we neither see nor answer for.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'Those sites have rules and privacy policies of their own. They are not told which page of this board you came from. If a link leads somewhere bad, write to {general-mail}.',
      }),
    },
  ],
};

export const MACHINES_TERMS: SectionPlan = {
  id: 'machines',
  title: { en: 'What programs do here' },
  plain: {
    en: 'Programs sort search results, find contact details in ads and take them out, and merge ads that come twice. They judge nobody.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({ en: 'No program decides that an ad is unlawful or against these terms. A person does, and answers who asks why.' }),
    },
  ],
};
