import type { MailFacts } from '#worker/mail/model/mail-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Message, Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { LOST_FACTOR_WAIT } from '#worker/promises/model/account-periods.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  added: { en: 'Your account at {board} is better protected now' },
  removed: { en: 'A second factor was removed from your account at {board}' },
  appAdded: { en: 'An app that shows codes was added to your account. Signing in now asks for one.' },
  passkeyAdded: { en: 'A passkey was added to your account. It signs in on its own, and it is asked for after the password.' },
  codesAdded: { en: 'New recovery codes were made for your account. The old ones work no longer.' },
  appRemoved: { en: 'The app that shows codes was removed from your account.' },
  passkeyRemoved: { en: 'A passkey was removed from your account.' },
  codesRemoved: { en: 'The recovery codes of your account were removed.' },
  used: { en: 'A recovery code of your account at {board} was used' },
  usedText: { en: 'Somebody signed in with one of your recovery codes. Codes that are left: {left}.' },
  usedMore: { en: 'When few are left, make new ones.' },
  lost: { en: 'Confirm that your second factor is lost' },
  lostText: { en: 'Somebody, we hope you, said that the second factor of your account at {board} is lost.' },
  lostButton: { en: 'Confirm and begin the wait' },
  lostAfter: {
    en: 'After that there is a wait of {wait}, with a mail on each. Then the second factors are removed, and your password alone signs in. Any sign-in before stops it.',
  },
  waiting: { en: 'The second factor of your account will be removed on {lifts}' },
  waitingText: {
    en: 'It was said, and confirmed from this mailbox, that the second factor of your account at {board} is lost. It will be removed on {lifts}.',
  },
  waitingStop: { en: 'If you still have it, sign in: that stops it at once.' },
  waitingButton: { en: 'Sign in and stop it' },
  waitingNotYou: { en: 'You did not do this? Then somebody reads your mailbox. Sign in, and change the password of the mailbox, too.' },
  lifted: { en: 'The second factors of your account were removed' },
  liftedText: { en: 'The wait is over: on {at} the second factors of your account at {board} were removed. Your password alone signs in.' },
  liftedAgain: { en: 'Set up a new one soon.' },
} as const satisfies Readonly<Record<string, Words>>;

const ADDED = { app: WORDS.appAdded, passkey: WORDS.passkeyAdded, codes: WORDS.codesAdded };
const REMOVED = { app: WORDS.appRemoved, passkey: WORDS.passkeyRemoved, codes: WORDS.codesRemoved };

interface Changed {
  readonly facts: MailFacts['factor-added'];
  readonly subject: Words;
  readonly what: Words;
}

function changed({ say, moment, where, page }: MailVoice, { facts, subject, what }: Changed): Message {
  return {
    subject: say(subject),
    paragraphs: [say(what), say(SHARED.happened, { at: moment(facts.at), where: where(facts) })],
    button: { label: say(SHARED.security), url: page('/account/security') },
    notYou: say(SHARED.notYouSecure, { forgot: page('/forgot') }),
    why: say(SHARED.account),
  };
}

/** Codes, passkeys, and what happens when they are lost. */
export const FACTOR_MESSAGES: Messages<
  'factor-added' | 'factor-removed' | 'recovery-code-used' | 'lost-factor' | 'lost-factor-waiting' | 'lost-factor-lifted'
> = {
  'factor-added': (facts, voice) => changed(voice, { facts, subject: WORDS.added, what: ADDED[facts.factor] }),
  'factor-removed': (facts, voice) => changed(voice, { facts, subject: WORDS.removed, what: REMOVED[facts.factor] }),
  'recovery-code-used': (facts, { say, moment, where, page }) => ({
    subject: say(WORDS.used),
    paragraphs: [
      say(WORDS.usedText, { left: facts.left }),
      say(SHARED.happened, { at: moment(facts.at), where: where(facts) }),
      say(WORDS.usedMore),
    ],
    button: { label: say(SHARED.security), url: page('/account/security') },
    notYou: say(SHARED.notYouSecure, { forgot: page('/forgot') }),
    why: say(SHARED.account),
  }),
  'lost-factor': (facts, { say, moment, where, period, opens }) => ({
    subject: say(WORDS.lost),
    paragraphs: [say(WORDS.lostText), say(SHARED.asked, { at: moment(facts.at), where: where(facts) })],
    button: { label: say(WORDS.lostButton), url: opens('lost-factor', facts.token) },
    after: [say(WORDS.lostAfter, { wait: period(LOST_FACTOR_WAIT) }), say(SHARED.until, { until: moment(facts.until) })],
    notYou: say(SHARED.nothing),
    why: say(SHARED.account),
  }),
  'lost-factor-waiting': ({ liftsAt }, { say, moment, page }) => ({
    subject: say(WORDS.waiting, { lifts: moment(liftsAt) }),
    paragraphs: [say(WORDS.waitingText, { lifts: moment(liftsAt) }), say(WORDS.waitingStop)],
    button: { label: say(WORDS.waitingButton), url: page('/sign-in') },
    notYou: say(WORDS.waitingNotYou),
    why: say(SHARED.account),
  }),
  'lost-factor-lifted': ({ at }, { say, moment, page }) => ({
    subject: say(WORDS.lifted),
    paragraphs: [say(WORDS.liftedText, { at: moment(at) }), say(WORDS.liftedAgain)],
    button: { label: say(SHARED.security), url: page('/account/security') },
    notYou: say(SHARED.notYouAnswer),
    why: say(SHARED.account),
  }),
};
