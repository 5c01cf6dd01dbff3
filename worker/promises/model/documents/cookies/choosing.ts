import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const CHOOSING: SectionPlan = {
  id: 'choosing',
  title: { en: 'How you choose, and choose again' },
  plain: {
    en: 'You can change your mind at any time: press “Cookie choices” at the foot of any page. Taking a yes back is as easy as giving it.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'A yes counts for {consent.yes}. After that you are asked anew.' }),
        say({ en: 'A no counts for {consent.no}. Until then nobody asks you again.' }),
        say({ en: 'Only something new, such as a new service, is asked in between; and then only that.' }),
        say({
          en: 'When you take a yes back, the service stops at once, and what it kept under this site’s address is removed. What it keeps under an address of its own, only you can remove, in your browser.',
        }),
        say({ en: 'Without JavaScript nothing optional can run, so you are not asked. The page of choices works all the same.' }),
      ],
    },
    { is: 'links', items: [{ href: '/cookies/choices', text: say({ en: 'See and change your choices' }) }] },
  ],
  promises: ['cookies'],
};

export const SIGNAL: SectionPlan = {
  id: 'gpc',
  title: { en: 'Global Privacy Control' },
  plain: {
    en: 'Some browsers can say “do not sell or share my data” by themselves. If yours does, that counts here as a no to everything that shares data for advertising.',
  },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'The signal also wins over an older yes. Only if you are told that your browser said no, and then say yes to that service nevertheless, does your own word count.',
      }),
    },
  ],
};

export const RECORD: SectionPlan = {
  id: 'record',
  title: { en: 'What is recorded of your choice' },
  plain: {
    en: 'The law wants proof of a yes ({law.gdpr-7-1}). So each choice is written down, without your name, your network address or the kind of your browser.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'What you were shown, word for word, and in which language and version' }),
        say({ en: 'What you allowed and refused, when, and until when that counts' }),
        say({ en: 'Where you chose (banner, panel or page), and whether by a press, a form or your browser’s signal' }),
        say({ en: 'Your country, where it is known; nothing closer' }),
        say({ en: 'After a yes, a hash of the random number in your browser, which ties your choices together' }),
      ],
    },
    {
      is: 'paragraph',
      text: say({
        en: 'A no without an earlier yes is tied to nothing: it only counts that somebody refused. Records are deleted {keep.consent-records} after they were replaced or ran out. After a yes you can see and download your own on the page of choices, for as long as your browser has the cookie that the yes brought.',
      }),
    },
  ],
};
