import type { ErasedStore } from '#worker/mail/model/mail-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { MessageRow, Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  copy: { en: 'The copy of your data is ready' },
  copyText: { en: 'You asked {board} for a copy of everything that is kept about you. It is ready.' },
  copyButton: { en: 'Go to your copy' },
  copyAfter: { en: 'It can be downloaded until {until}. The page asks for your password: this link alone opens nothing.' },
  frozen: { en: 'Your account at {board} is frozen' },
  frozenText: { en: 'Since {at} your data are kept and nothing else is done with them. You can end that at any time.' },
  thawed: { en: 'Your account at {board} is no longer frozen' },
  thawedText: { en: 'On {at} the freeze of your account was ended. Everything goes on as before.' },
  frozenButton: { en: 'See it on your page' },
  objection: { en: 'An objection under GDPR Art. 21, to be answered by {due}' },
  objectionText: { en: 'Somebody with an account at {board} objects to a use of their data. It has to be answered by {due}.' },
  account: { en: 'Account' },
  purpose: { en: 'Purpose' },
  reason: { en: 'Reason, in their words' },
  objectionWhy: { en: 'You get this mail because the board file names this address as its data protection contact.' },
  receipt: { en: 'Your account at {board} was deleted' },
  receiptWish: {
    en: 'You asked for it, and on {at} your account was deleted. After that every store was read again, and nothing of you was found.',
  },
  receiptInactivity: {
    en: 'Nobody had used your account for a long time, as we wrote twice. On {at} it was deleted. After that every store was read again, and nothing of you was found.',
  },
  receiptKeep: {
    en: 'This mail is the receipt. Keep it: until it was sent, {keep} at most, it was the last thing here that held your address, and we cannot send it again.',
  },
  row: { en: '{removed}, {at}' },
  stays: { en: '{removed}. What stays: {stays}, until {at}' },
  receiptWhy: { en: 'You get this mail because this was the address of an account at {board}. It is the last one.' },
} as const satisfies Readonly<Record<string, Words>>;

function row({ say, moment }: MailVoice, { store, removed, at, stays }: ErasedStore): MessageRow {
  return { name: store, text: say(stays === null ? WORDS.row : WORDS.stays, { removed, at: moment(at), stays: stays ?? '' }) };
}

/** One's own rights, and the receipt. */
export const PRIVACY_MESSAGES: Messages<'export-ready' | 'restriction-changed' | 'objection' | 'deletion-receipt'> = {
  'export-ready': ({ until }, { say, moment, page }) => ({
    subject: say(WORDS.copy),
    paragraphs: [say(WORDS.copyText)],
    button: { label: say(WORDS.copyButton), url: page('/account/privacy/copy') },
    after: [say(WORDS.copyAfter, { until: moment(until) })],
    notYou: say(SHARED.notYouSecure, { forgot: page('/forgot') }),
    why: say(SHARED.account),
  }),
  'restriction-changed': ({ at, restricted }, { say, moment, page }) => ({
    subject: say(restricted ? WORDS.frozen : WORDS.thawed),
    paragraphs: [say(restricted ? WORDS.frozenText : WORDS.thawedText, { at: moment(at) })],
    button: { label: say(WORDS.frozenButton), url: page('/account/privacy/restrict') },
    notYou: say(SHARED.notYouSecure, { forgot: page('/forgot') }),
    why: say(SHARED.account),
  }),
  objection: ({ account, purpose, reason, dueAt }, { say, moment }) => ({
    subject: say(WORDS.objection, { due: moment(dueAt) }),
    paragraphs: [say(WORDS.objectionText, { due: moment(dueAt) })],
    rows: [
      { name: say(WORDS.account), text: account },
      { name: say(WORDS.purpose), text: purpose },
      { name: say(WORDS.reason), text: reason },
    ],
    why: say(WORDS.objectionWhy),
  }),
  'deletion-receipt': ({ at, why, stores }, voice) => ({
    subject: voice.say(WORDS.receipt),
    paragraphs: [
      voice.say(why === 'wish' ? WORDS.receiptWish : WORDS.receiptInactivity, { at: voice.moment(at) }),
      voice.say(WORDS.receiptKeep, { keep: voice.period(ruleOf(RETENTION, 'mail-contents').keep) }),
    ],
    rows: stores.map((store) => row(voice, store)),
    why: voice.say(WORDS.receiptWhy),
  }),
};
