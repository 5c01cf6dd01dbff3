import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const OFFER: SectionPlan = {
  id: 'offer',
  title: { en: 'What this is' },
  plain: {
    en: '{board} is a place to find and to publish job ads. It is run by {controller}. Searching, reading and posting are free, for everybody, with or without an account.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'There is nothing to buy, and nothing here costs money.' }),
        say({
          en: 'There are no CVs, applications or alerts by mail yet. When they come, these terms say first what holds for them.',
        }),
        say({ en: 'We do not employ you, do not place people in work, and are no party to what you agree with an employer.' }),
        say({ en: 'It is made for people of {minimum-age} and older. Somebody younger may read it, best with an adult.' }),
        say({ en: 'It is kept running with care, but nobody can promise that it is never down.' }),
      ],
    },
  ],
};

export const ACCOUNTS: SectionPlan = {
  id: 'accounts',
  title: { en: 'Your account' },
  plain: {
    en: 'You may have an account, and you may leave it at any time. It costs nothing, and you need none to search and read.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'An account is for one person of {minimum-age} or older. When you sign up, you confirm that you are.' }),
        say({
          en: 'It begins when you confirm your e-mail address, within {link.confirm-sign-up}. Until then nothing can be done with it.',
        }),
        say({ en: 'Keep your password to yourself. If you think that somebody else knows it, change it: that ends all other sessions.' }),
        say({
          en: 'You end it by a button, at once and without a reason. If you do not use it, it ends after {keep.accounts}; we write to you before, the first time after {inactivity.first-warning}.',
        }),
        say({ en: 'An account of somebody younger is deleted once we know of it.' }),
        say({
          en: 'You accept these terms when you sign up. The privacy policy is shown to you then; nobody asks you to agree to it.',
        }),
      ],
    },
    { is: 'links', items: [{ href: '/privacy', text: say({ en: 'What is kept of an account' }) }] },
  ],
  promises: ['account', 'employers'],
};

export const POSTS: SectionPlan = {
  id: 'posts',
  title: { en: 'What you publish here' },
  plain: {
    en: 'You may publish jobs and offers of your own work. What you write is yours, you answer for it, and you take it down whenever you like.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'It has to be a real offer, lawful, and true: what the work is, who offers it, where it is and what it pays. The rules stand beside the form, each with its number.',
        }),
        say({
          en: 'You let {board} show, search and hand on your ad as long as it is public, and no longer. Nothing else is done with it.',
        }),
        say({
          en: 'A person looks at it before it is public, and at every change. While a change is looked at, the version before stays public.',
        }),
        say({
          en: 'It is public for {keep.published-jobs} at most. You stop, resume and delete it yourself. Once it was stopped, it is deleted after {keep.stopped-jobs}; once it has run out, after {keep.expired-jobs}.',
        }),
        say({ en: 'An edit or a copy does not make an ad newer: its date stays the day on which it was first public.' }),
        say({
          en: 'Without an account a link in a mail is your key. Whoever has it can do what you can, so keep it to yourself. You can have a new one sent, and the old one then opens nothing.',
        }),
        say({ en: 'In the name of an employer you may post only if you work for it. A domain that you prove is shown as proven.' }),
      ],
    },
    { is: 'links', items: [{ href: '/hiring', text: say({ en: 'How posting works' }) }] },
  ],
};

export const FAIR_USE: SectionPlan = {
  id: 'fair-use',
  title: { en: 'What you may do, and what not' },
  plain: { en: 'Use it as you like, as long as others can use it too.' },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({ en: 'You may read, print, link to and pass on any ad, and any search: its address is made for that.' }),
        say({
          en: 'You may not try to get at what is not public, break the limits below, or use what you find here to bother the people named in it.',
        }),
        say({ en: 'Reading or using the board is no consent to anything. What needs a yes is asked for by a button of its own.' }),
      ],
    },
  ],
};

export const PROGRAMS: SectionPlan = {
  id: 'programs',
  title: { en: 'Programs, feeds and limits' },
  plain: { en: 'Programs are welcome. They get the same answers as people do, from the same addresses, without a key.' },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'One network may send {limit.exact} requests in {limit.over}, and its wider neighbourhood {limit.wider}. Beyond that the answer is “too many”, and says when to come back.',
        }),
        say({
          en: 'If you show our ads elsewhere, name {board} or the ad’s source, link to the ad, and remove what is no longer in the feed.',
        }),
        say({ en: 'Ads may not be used to gather the people who are named in them.' }),
      ],
    },
    {
      is: 'links',
      items: [
        { href: '/api/docs', text: say({ en: 'How to use the API' }) },
        { href: '/feeds/jobs.xml', text: say({ en: 'Every open job, for programs' }) },
      ],
    },
  ],
};
