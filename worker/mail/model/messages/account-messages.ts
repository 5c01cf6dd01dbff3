import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { RESET_BLOCKED } from '#worker/promises/model/account-periods.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  confirm: { en: 'Confirm your new address for {board}' },
  confirmText: { en: 'Somebody, we hope you, wants to use this address for an account at {board}. Nothing changes until you confirm it.' },
  confirmButton: { en: 'Confirm the new address' },
  confirmWhy: { en: 'You get this mail because this address was typed into the settings of an account at {board}.' },
  known: { en: 'This address already has an account at {board}' },
  knownText: {
    en: 'Somebody wanted to use this address for another account at {board}. It has an account already, so nothing was changed.',
  },
  knownYou: { en: 'If it was you: sign in with this address, or delete the account that it belongs to first.' },
  knownNotYou: {
    en: 'It was not you? Then you need not do anything. Whoever it was learned nothing: the page says the same about every address.',
  },
  changed: { en: 'The address of your account at {board} was changed' },
  changedText: { en: 'Your account now belongs to {to}. From now on mails go there, and this address no longer signs in.' },
  undo: { en: 'Undo the change' },
  undoText: {
    en: 'Until {until} one press undoes it: address, password and second factors are as before, what was added since is removed, and every session ends.',
  },
  undoNotYou: { en: 'You did not do this? Press the button now.' },
  changedWhy: { en: 'You get this mail because this was the address of an account at {board}.' },
  undone: { en: 'The change of your address was undone' },
  undoneText: {
    en: 'On {at} your account was set back to this address. Password and second factors are as before, and every session was ended.',
  },
  undoneAway: {
    en: 'On {at} the account at {board} that had this address for a while was set back to the address before it. This address no longer signs in there.',
  },
  undoneSafe: { en: 'For {period} a mail alone does not reset the password, in case somebody else reads your mailbox.' },
  nowModerator: { en: 'You are now a moderator at {board}' },
  nowAdministrator: { en: 'You are now an administrator at {board}' },
  roleText: { en: 'The operator of {board} gave your account the role “{role}”. Sign in again: the new role begins with a new session.' },
  roleButton: { en: 'Go to your account' },
  moderator: { en: 'moderator' },
  administrator: { en: 'administrator' },
  inactive: { en: 'Your account at {board} ends unless you use it' },
  inactiveText: { en: 'Nobody has used your account for a long time. On {closes} it is deleted, with everything in it.' },
  inactiveKeep: { en: 'To keep it, sign in once. To let it go, do nothing.' },
  keep: { en: 'Sign in and keep it' },
} as const satisfies Readonly<Record<string, Words>>;

const signIn = ({ say, page }: MailVoice) => ({ label: say(SHARED.signIn), url: page('/sign-in') });

/** The address, the role, and the end of an account that nobody uses. */
export const ACCOUNT_MESSAGES: Messages<
  'confirm-address' | 'known-address' | 'address-changed' | 'address-change-undone' | 'role-granted' | 'inactivity-warning'
> = {
  'confirm-address': ({ token, until }, { say, moment, opens }) => ({
    subject: say(WORDS.confirm),
    paragraphs: [say(WORDS.confirmText)],
    button: { label: say(WORDS.confirmButton), url: opens('confirm-address', token) },
    after: [say(SHARED.until, { until: moment(until) })],
    notYou: say(SHARED.nothing),
    why: say(WORDS.confirmWhy),
  }),
  'known-address': (facts, voice) => ({
    subject: voice.say(WORDS.known),
    paragraphs: [
      voice.say(WORDS.knownText),
      voice.say(SHARED.asked, { at: voice.moment(facts.at), where: voice.where(facts) }),
      voice.say(WORDS.knownYou),
    ],
    button: signIn(voice),
    notYou: voice.say(WORDS.knownNotYou),
    why: voice.say(SHARED.account),
  }),
  'address-changed': (facts, { say, moment, where, opens }) => ({
    subject: say(WORDS.changed),
    paragraphs: [say(WORDS.changedText, { to: facts.to }), say(SHARED.happened, { at: moment(facts.at), where: where(facts) })],
    button: { label: say(WORDS.undo), url: opens('undo-address', facts.token) },
    after: [say(WORDS.undoText, { until: moment(facts.until) })],
    notYou: say(WORDS.undoNotYou),
    why: say(WORDS.changedWhy),
  }),
  'address-change-undone': ({ at, isBack }, voice) => {
    const when = { at: voice.moment(at) };
    const back = [voice.say(WORDS.undoneText, when), voice.say(WORDS.undoneSafe, { period: voice.period(RESET_BLOCKED) })];
    return {
      subject: voice.say(WORDS.undone),
      paragraphs: isBack ? back : [voice.say(WORDS.undoneAway, when)],
      button: signIn(voice),
      notYou: voice.say(SHARED.notYouAnswer),
      why: voice.say(isBack ? SHARED.account : WORDS.changedWhy),
    };
  },
  'role-granted': ({ role }, { say, page }) => ({
    subject: say(role === 'moderator' ? WORDS.nowModerator : WORDS.nowAdministrator),
    paragraphs: [say(WORDS.roleText, { role: say(WORDS[role]) })],
    button: { label: say(WORDS.roleButton), url: page('/account') },
    notYou: say(SHARED.notYouAnswer),
    why: say(SHARED.account),
  }),
  'inactivity-warning': ({ closesAt }, { say, moment, page }) => ({
    subject: say(WORDS.inactive),
    paragraphs: [say(WORDS.inactiveText, { closes: moment(closesAt) }), say(WORDS.inactiveKeep)],
    button: { label: say(WORDS.keep), url: page('/sign-in') },
    why: say(SHARED.account),
  }),
};
