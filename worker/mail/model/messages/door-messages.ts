import type { Circumstances } from '#worker/mail/model/mail-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  confirm: { en: 'Confirm your address at {board}' },
  confirmText: {
    en: 'Somebody, we hope you, signed up at {board} with this address. The account begins when you confirm that the address is yours.',
  },
  confirmButton: { en: 'Confirm the address' },
  confirmAsks: { en: 'The page asks for the password that you chose. If you do not know it, you set a new one there.' },
  confirmWhy: { en: 'You get this mail because this address was typed into the sign-up form of {board}.' },
  ignored: { en: 'It was not you? Then do nothing: after {until} the address is forgotten, and there is no account.' },
  remind: { en: 'Your sign-up at {board} still waits' },
  remindText: {
    en: 'Some days ago somebody, we hope you, signed up at {board} with this address. It is not confirmed yet. This is the only reminder.',
  },
  known: { en: 'You already have an account at {board}' },
  knownText: {
    en: 'Somebody tried to sign up at {board} with this address, on {at}, with {where}. You have an account already, so nothing was changed.',
  },
  knownForgot: { en: 'If it was you and the password is gone, set a new one at {forgot}.' },
  knownNotYou: {
    en: 'It was not you? Then you need not do anything. Whoever it was learned nothing: the page says the same about every address.',
  },
  reset: { en: 'Set a new password for {board}' },
  resetText: { en: 'Somebody, we hope you, asked for a new password for your account at {board}.' },
  resetButton: { en: 'Set a new password' },
  resetNotYou: {
    en: 'It was not you? Then do nothing: your password stays as it is, and the link alone gets nobody past a second factor.',
  },
  blocked: { en: 'Your password cannot be reset by mail yet' },
  blockedText: {
    en: 'Somebody asked for a new password for your account at {board}. A change of its address was undone a short time ago, so until {until} a mail alone does not open the account.',
  },
  blockedWay: { en: 'With your password you can sign in as always.' },
  changed: { en: 'Your password at {board} was changed' },
  changedText: { en: 'The password of your account was changed. Every other session was ended.' },
  device: { en: 'New sign-in to your account at {board}' },
  deviceText: { en: 'Somebody signed in to your account from a browser that we have not seen with it before: {where}, on {at}.' },
  deviceYou: { en: 'If it was you, there is nothing to do.' },
} as const satisfies Readonly<Record<string, Words>>;

const happened = ({ say, moment, where }: MailVoice, facts: Circumstances) =>
  say(SHARED.happened, { at: moment(facts.at), where: where(facts) });

/** Signing up, signing in, and the password. */
export const DOOR_MESSAGES: Messages<
  'confirm-sign-up' | 'remind-sign-up' | 'known-sign-up' | 'reset-password' | 'reset-blocked' | 'password-changed' | 'new-device'
> = {
  'confirm-sign-up': ({ token, until }, { say, moment, opens }) => ({
    subject: say(WORDS.confirm),
    paragraphs: [say(WORDS.confirmText)],
    button: { label: say(WORDS.confirmButton), url: opens('confirm-sign-up', token) },
    after: [say(WORDS.confirmAsks), say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.ignored, { until: moment(until) }),
    why: say(WORDS.confirmWhy),
  }),
  'remind-sign-up': ({ token, until }, { say, moment, opens }) => ({
    subject: say(WORDS.remind),
    paragraphs: [say(WORDS.remindText)],
    button: { label: say(WORDS.confirmButton), url: opens('confirm-sign-up', token) },
    after: [say(WORDS.confirmAsks), say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.ignored, { until: moment(until) }),
    why: say(WORDS.confirmWhy),
  }),
  'known-sign-up': (facts, { say, moment, where, page }) => ({
    subject: say(WORDS.known),
    paragraphs: [say(WORDS.knownText, { at: moment(facts.at), where: where(facts) })],
    button: { label: say(SHARED.signIn), url: page('/sign-in') },
    after: [say(WORDS.knownForgot, { forgot: page('/forgot') })],
    notYou: say(WORDS.knownNotYou),
    why: say(SHARED.account),
  }),
  'reset-password': (facts, { say, moment, where, opens }) => ({
    subject: say(WORDS.reset),
    paragraphs: [say(WORDS.resetText), say(SHARED.asked, { at: moment(facts.at), where: where(facts) })],
    button: { label: say(WORDS.resetButton), url: opens('reset-password', facts.token) },
    after: [say(SHARED.until, { until: moment(facts.until) })],
    notYou: say(WORDS.resetNotYou),
    why: say(SHARED.account),
  }),
  'reset-blocked': ({ until }, { say, moment, page }) => ({
    subject: say(WORDS.blocked),
    paragraphs: [say(WORDS.blockedText, { until: moment(until) }), say(WORDS.blockedWay)],
    button: { label: say(SHARED.signIn), url: page('/sign-in') },
    notYou: say(SHARED.notYouAnswer),
    why: say(SHARED.account),
  }),
  'password-changed': (facts, voice) => ({
    subject: voice.say(WORDS.changed),
    paragraphs: [voice.say(WORDS.changedText), happened(voice, facts)],
    button: { label: voice.say(SHARED.sessions), url: voice.page('/account/sessions') },
    notYou: voice.say(SHARED.notYouSecure, { forgot: voice.page('/forgot') }),
    why: voice.say(SHARED.account),
  }),
  'new-device': (facts, { say, moment, where, page }) => ({
    subject: say(WORDS.device),
    paragraphs: [say(WORDS.deviceText, { at: moment(facts.at), where: where(facts) }), say(WORDS.deviceYou)],
    button: { label: say(SHARED.sessions), url: page('/account/sessions') },
    notYou: say(SHARED.notYouSecure, { forgot: page('/forgot') }),
    why: say(SHARED.account),
  }),
};
