import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const GIVING: SectionPlan = {
  id: 'giving',
  title: { en: 'Do you have to give anything?' },
  plain: {
    en: 'No. Say no to everything optional, and {board} works all the same. An account needs an e-mail address, to reach you, and a password, to keep others out. An ad, a message and a notice need an address as well, to answer you; each form says what it asks for and what fails without it.',
  },
};

export const MACHINES: SectionPlan = {
  id: 'decisions',
  title: { en: 'Do machines decide about you?' },
  plain: {
    en: 'No. The search sorts ads, not people, and sorts them alike for everybody who asks the same. Programs point a moderator to words and links in a post; a person decides, and gives reasons.',
  },
  details: (_, { say }) => [{ is: 'links', items: [{ href: '/ranking', text: say({ en: 'How ranking works' }) }] }],
};

export const CHILDREN: SectionPlan = {
  id: 'children',
  title: { en: 'Children' },
  plain: {
    en: '{board} is made for people of {minimum-age} and older. Whoever makes an account confirms to be that old; nobody is asked for a date of birth. We collect nothing about younger people knowingly.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'If you find that a child’s data got here, in an account, in an ad or by mail, write to {privacy-mail}: it is deleted.',
      }),
    },
  ],
};
