import type { DataCategory } from '#worker/promises/model/data-categories.ts';
import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

/** Kinds of data that no section of its own explains. */
export const DATA: SectionPlan = {
  id: 'data',
  title: { en: 'Which data there is, and where it comes from' },
  plain: {
    en: 'Most of what is here is job ads. About you there is next to nothing: what your browser sends so that it gets an answer, your cookie choice if you made one, your mail if you wrote, your account if you made one, and what you posted, wrote to an employer or reported.',
  },
  details: ({ policy }, { say }) => [
    {
      is: 'table',
      caption: say({ en: 'Kinds of data' }),
      columns: [say({ en: 'What' }), say({ en: 'What is in it' }), say({ en: 'About whom' }), say({ en: 'From where' })],
      rows: policy.dataCategories.map(({ name, holds, whose, source }: DataCategory) => [say(name), say(holds), say(whose), say(source)]),
    },
    {
      is: 'paragraph',
      text: say({
        en: 'We ask nobody about health, origin, faith, politics, union, sex life or crimes, and guess nothing of the kind ({law.gdpr-9}). We buy nothing about you, and gather nothing about you from other websites.',
      }),
    },
  ],
};

export const ADS: SectionPlan = {
  id: 'ads',
  title: { en: 'Job ads, and people named in them' },
  plain: {
    en: 'Ads are written here, or taken over from lists and feeds of others. Some name a person to ask. If that is you: your e-mail address and phone number are taken out where they are found, stand in no page, and are shown only to somebody who presses a button, some each day for each network. One mail to {privacy-mail} is enough to object.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'In the ad then stands “[show contact]”. What was taken out lies apart and is deleted together with the ad. How often it was shown is counted for whoever posted the ad, but not to whom.',
      }),
    },
  ],
};
