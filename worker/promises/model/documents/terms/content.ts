import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const ADS_TERMS: SectionPlan = {
  id: 'ads',
  title: { en: 'Where the ads come from' },
  plain: {
    en: 'Ads are written here by employers, by people who offer their own work and by guests, who answer for them. Others are taken over from lists and feeds that {controller} has chosen and publishes itself; such an ad says which.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'What an ad says is what its author says. Contact details are taken out of every text. In ads from lists we also mend broken letters and shouted titles, and move the dates of an old list, where the ad then says so.',
        }),
        say({
          en: 'An ad is public for {keep.published-jobs} at most, counted from its publication or from the last time its source carried it, or until the end that it names.',
        }),
        say({
          en: 'An ad may be wrong or out of date all the same. Ask the employer before you rely on it, and never pay for getting a job.',
        }),
        say({
          en: 'What you wrote here, you correct and take down yourself. If an ad of yours came from a list, write to {general-mail}.',
        }),
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
    en: 'Applying and reading more often happen on the site of an employer. A page in between says so. What happens there, we neither see nor answer for.',
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
    en: 'Programs sort search results, find contact details in ads and take them out, merge ads that come twice, and point moderators at words and links. They judge nobody.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({ en: 'No program decides that an ad is unlawful or against these terms. A person does, and answers who asks why.' }),
    },
  ],
};
