import type { Words } from '#worker/promises/model/words.ts';

/** Sentences that more than one mail says. */
export const SHARED = {
  account: { en: 'You get this mail because you have an account at {board}.' },
  until: { en: 'The link works once, until {until}.' },
  happened: { en: 'It happened on {at}, with {where}.' },
  asked: { en: 'It was asked for on {at}, with {where}.' },
  notYouSecure: {
    en: 'You did not do this? Then somebody else may be in your account. Set a new password at {forgot}: that signs everybody out, everywhere.',
  },
  notYouAnswer: { en: 'You did not do this? Answer this mail, and a person will look at it with you.' },
  nothing: { en: 'You did not ask for this? Then you need not do anything: without a press on that button nothing happens.' },
  sessions: { en: 'See where you are signed in' },
  security: { en: 'See how your account is protected' },
  signIn: { en: 'Sign in' },
} as const satisfies Readonly<Record<string, Words>>;
