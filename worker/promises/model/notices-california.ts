import type { PlacedNotice } from '#worker/promises/model/notices.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import { sharingOf } from '#worker/promises/model/recipients.ts';

const inCalifornia = (section: string) => ({ document: 'california', section }) as const;

const sharesSomething = ({ services }: Policy): boolean => sharingOf(services).length > 0;

/** What the California Consumer Privacy Act makes a notice say (Cal. Civ. Code and the Regulations, 11 CCR). */
export const CALIFORNIA_NOTICES: readonly PlacedNotice[] = [
  {
    ...inCalifornia('collected'),
    id: 'ca-collected',
    law: 'CCPA 1798.100(a), 1798.130(a)(5)(B)',
    words: {
      en: 'The table shows what is collected now and was collected in the last {ccpa.look-back}: what it is, where it comes from, what for, and how long it is kept.',
    },
  },
  {
    ...inCalifornia('collected'),
    id: 'ca-sensitive',
    law: 'CCPA 1798.121, 11 CCR 7014',
    words: {
      en: 'We collect no sensitive personal information, so there is none whose use you would have to limit. You may ask for it all the same.',
    },
  },
  {
    ...inCalifornia('disclosed'),
    id: 'ca-disclosed',
    law: 'CCPA 1798.130(a)(5)(C)',
    words: { en: 'For business purposes, data goes only to those in the table.' },
  },
  {
    ...inCalifornia('sold'),
    id: 'ca-not-sold',
    law: 'CCPA 1798.120, 1798.135',
    words: {
      en: 'We do not sell personal information, and do not share it for advertising across websites. Nor did we in the last {ccpa.look-back}; otherwise an older version of this notice, further down, would say so.',
    },
    when: (policy) => !sharesSomething(policy),
  },
  {
    ...inCalifornia('sold'),
    id: 'ca-shared',
    law: 'CCPA 1798.120, 1798.135',
    words: {
      en: 'We sell nothing for money. The services below show our own ads elsewhere and learn from visits, which California’s law calls sharing, and may call a sale. None of them runs before you said yes, and one press ends it.',
    },
    when: sharesSomething,
  },
  {
    ...inCalifornia('sold'),
    id: 'ca-minors',
    law: 'CCPA 1798.120(c)',
    words: { en: 'We do not knowingly sell or share the personal information of anybody under {ccpa.minor}.' },
  },
  {
    ...inCalifornia('gpc'),
    id: 'ca-gpc',
    law: 'CCPA 1798.135(e), 11 CCR 7025',
    words: {
      en: 'If your browser sends Global Privacy Control, we take it as your wish that nothing is sold or shared: for this browser, at once, without asking you. It wins over an older yes; only a yes that you say after being told of the signal counts more.',
    },
  },
  {
    ...inCalifornia('rights'),
    id: 'ca-rights',
    law: 'CCPA 1798.130(a)(5)(A)',
    words: { en: 'You have these rights. Nobody needs an account for them, and whoever has one finds most of them there as buttons.' },
  },
  {
    ...inCalifornia('rights'),
    id: 'ca-no-discrimination',
    law: 'CCPA 1798.125',
    words: { en: 'Whoever uses a right is treated like everybody else: the same ads, the same search, nothing slower, nothing to pay.' },
  },
  {
    ...inCalifornia('asking'),
    id: 'ca-ways',
    law: 'CCPA 1798.130(a)(1)',
    words: {
      en: 'Write a mail to {privacy-mail}, or a letter to: {privacy-post}. Against sale and sharing there is also a button, which works at once.',
    },
  },
  {
    ...inCalifornia('asking'),
    id: 'ca-verification',
    law: 'CCPA 1798.130(a)(2), 11 CCR 7060',
    words: {
      en: 'Before data is shown, corrected or deleted, we make sure that it is yours: usually by an answer from the address that it is about. The record of a cookie choice you see and download yourself, in the browser that made it. We ask for no more than that needs, and keep none of it. For “no sale, no sharing” nothing is checked.',
    },
  },
  {
    ...inCalifornia('asking'),
    id: 'ca-agents',
    law: 'CCPA 1798.135(c), 11 CCR 7063',
    words: { en: 'Somebody else may ask for you, with a permission that you have signed. We may ask you whether that is so.' },
  },
];
