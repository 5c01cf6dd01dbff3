import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const TODAY: SectionPlan = {
  id: 'today',
  title: { en: 'What you can do here, and what it costs you in data' },
  plain: {
    en: 'You can search job ads and read them. For that you need no account, and we keep nothing about you. You can post an ad, with or without an account, write to the contact of an ad, and report one. You can have an account, and leave it again by a button. There are no CVs, no applications and no alerts by mail yet.',
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
          en: 'You apply: that happens at the employer. A page in between names the site, which is not told where on this board you were. Or you write a message in our form: we keep it, sealed, until it was handed on, at most {keep.relay-messages}, and the employer gets your name, your address and your words.',
        }),
        say({
          en: 'You make an account: we keep your e-mail address, a hash of your password, and what you write into forms, until you delete it or have not used it for {keep.accounts}. Whoever only signs up and does not confirm is forgotten after {keep.sign-ups}.',
        }),
        say({
          en: 'You sign in: a cookie keeps you signed in, and you see when, from which country and with which kind of browser that was. Your network address is not kept.',
        }),
        say({
          en: 'You post an ad: what you write is public once it was looked at, except your contact details, which are shown to whoever asks. Without an account we also keep your e-mail address, sealed, as long as the ad.',
        }),
        say({ en: 'You write a mail: you get an answer, and both are kept for {keep.letters}.' }),
      ],
    },
    { is: 'paragraph', text: say({ en: 'When one of the things that are missing is built, it comes into this policy first.' }) },
  ],
  promises: ['search', 'cv', 'applications', 'alerts'],
};
