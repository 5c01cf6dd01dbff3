import { isInEea } from '#worker/promises/model/countries.ts';
import type { PlacedNotice } from '#worker/promises/model/notices.ts';
import type { Policy } from '#worker/promises/model/policy.ts';

const inPrivacy = (section: string) => ({ document: 'privacy', section }) as const;

/** Whether something that the board or a company for it keeps lies, or is read from, outside the European Economic Area. */
const leavesTheEea = ({ board, processors }: Policy): boolean =>
  Object.values(board.dataLocations).some(({ country }) => !isInEea(country)) ||
  processors.some(({ country, safeguard }) => !isInEea(country) || safeguard !== null);

/** The lists of GDPR 13 and 14, in the order of the policy. */
export const GDPR_NOTICES: readonly PlacedNotice[] = [
  {
    ...inPrivacy('who'),
    id: 'controller',
    law: 'GDPR 13(1)(a)',
    words: { en: 'The controller, as the law calls whoever decides why and how data is used, is {controller}.' },
  },
  {
    ...inPrivacy('who'),
    id: 'contact',
    law: 'GDPR 13(1)(b)',
    words: { en: 'For everything about data, write to our contact for it: {privacy-mail}, or by post: {privacy-post}.' },
  },
  {
    ...inPrivacy('purposes'),
    id: 'purposes',
    law: 'GDPR 13(1)(c)',
    words: { en: 'The table names every purpose with the one legal ground that it rests on. Data is used for nothing else.' },
  },
  {
    ...inPrivacy('purposes'),
    id: 'interests',
    law: 'GDPR 13(1)(d)',
    words: { en: 'Where the ground is a legitimate interest, the second table says which, and how it was weighed against yours.' },
  },
  {
    ...inPrivacy('recipients'),
    id: 'recipients',
    law: 'GDPR 13(1)(e)',
    words: { en: 'Only those named here get any data, and only what is named.' },
  },
  {
    ...inPrivacy('places'),
    id: 'no-transfer',
    law: 'GDPR 13(1)(f)',
    words: {
      en: 'Nothing that we keep about people is sent out of the European Economic Area. What is public, the ads, can be read all over the world, also where the law protects less.',
    },
    when: (policy) => !leavesTheEea(policy),
  },
  {
    ...inPrivacy('places'),
    id: 'transfer',
    law: 'GDPR 13(1)(f)',
    words: {
      en: 'Some data is kept in, or handled from, a country outside the European Economic Area. The tables name the country and what makes that lawful; ask {privacy-mail} for a copy of the terms. What is public, the ads, can be read all over the world, also where the law protects less.',
    },
    when: leavesTheEea,
  },
  {
    ...inPrivacy('retention'),
    id: 'retention',
    law: 'GDPR 13(2)(a)',
    words: { en: 'The table says how long everything is kept, from when that is counted, and why.' },
  },
  {
    ...inPrivacy('rights'),
    id: 'rights',
    law: 'GDPR 13(2)(b)',
    words: {
      en: 'You may ask to see what is kept about you, to have it corrected, deleted or frozen, and to take it with you; and you may object to its use. Write to {privacy-mail}, or by post to: {privacy-post}. Say what you want in your own words; no form is needed, and it costs nothing. With an account you do all of it yourself, under “Privacy”.',
    },
  },
  {
    ...inPrivacy('rights'),
    id: 'withdrawal',
    law: 'GDPR 13(2)(c)',
    words: {
      en: 'A yes to something optional is taken back on the page of cookie choices, and one to mails in your account or by the link in each of them, as easily as it was given. What was done before stays lawful.',
    },
  },
  {
    ...inPrivacy('rights'),
    id: 'complaint',
    law: 'GDPR 13(2)(d)',
    words: {
      en: 'You may complain to a data protection authority: where you live, where you work, or where you think that something went wrong. The one that watches over this board is {authority}.',
    },
  },
  {
    ...inPrivacy('objecting'),
    id: 'objecting',
    law: 'GDPR 21(4)',
    words: {
      en: 'You may object at any time, for reasons that lie in your situation, to every use that rests on a legitimate interest. Against direct marketing you may object without a reason. One line to {privacy-mail} is enough.',
    },
  },
  {
    ...inPrivacy('giving'),
    id: 'giving',
    law: 'GDPR 13(2)(e)',
    words: {
      en: 'No law and no contract makes you give us anything. Without a network address no page can be sent to you, without words or filters nothing is searched for, and without an e-mail address and a password there can be no account. Everything else is up to you.',
    },
  },
  {
    ...inPrivacy('decisions'),
    id: 'decisions',
    law: 'GDPR 13(2)(f)',
    words: { en: 'No decision about you is made by a program alone, and no profile of you is made or kept.' },
  },
  {
    ...inPrivacy('changes'),
    id: 'further-purposes',
    law: 'GDPR 13(3)',
    words: {
      en: 'Before data is used for a purpose that this policy does not name, a new version says so, announced {announce-ahead} ahead; and where your consent is the ground, you are asked.',
    },
  },
  {
    ...inPrivacy('ads'),
    id: 'ads-data',
    law: 'GDPR 14(1)(d)',
    words: {
      en: 'If you are named in an ad, we have your name and your role as the ad tells them, and perhaps your e-mail address or phone number at work.',
    },
  },
  {
    ...inPrivacy('ads'),
    id: 'ads-source',
    law: 'GDPR 14(2)(f)',
    words: {
      en: 'All of that comes from the list or feed that the ad was taken over from, which is published for everybody or given to us by the employer. The ad says which it was.',
    },
  },
  {
    ...inPrivacy('ads'),
    id: 'ads-telling',
    law: 'GDPR 14(5)(b)',
    words: {
      en: 'We do not write to everybody who is named in an ad: for that we would have to use contact details that we keep apart and use for nothing. This page tells you instead.',
    },
  },
];
