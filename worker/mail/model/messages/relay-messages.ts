import type { Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { oneLine } from '#worker/mail/model/one-line.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  confirm: { en: 'Send your message from {board}' },
  confirmText: {
    en: 'Somebody, we hope you, wrote a message to the contact of an ad at {board} and gave this address for the answer. It is sent when you confirm that the address is yours.',
  },
  confirmButton: { en: 'See the message and send it' },
  confirmWhy: { en: 'You get this mail because this address was typed into a form of {board}.' },
  ignored: { en: 'It was not you? Then do nothing: nothing is sent, and after {until} the message is deleted.' },
  message: { en: 'Message from {name} about “{title}”' },
  messageText: { en: '{name} ({from}) saw the ad “{title}” at {board} and writes to you:' },
  safe: {
    en: 'The words above are not ours. {name} confirmed the address {from}; we checked nothing else. Send nobody money, and no copy of a passport.',
  },
  ad: { en: 'See the ad' },
  unwanted: { en: 'You did not ask for this? Then you need not answer. If the ad is wrong, report it on its page.' },
  messageWhy: { en: 'You get this mail because your address is the contact of that ad at {board}.' },
} as const satisfies Readonly<Record<string, Words>>;

/** Messages to the contact of an ad. */
export const RELAY_MESSAGES: Messages<'confirm-relay' | 'relay-message'> = {
  'confirm-relay': ({ token, until }, { say, moment, opens }) => ({
    subject: say(WORDS.confirm),
    paragraphs: [say(WORDS.confirmText)],
    button: { label: say(WORDS.confirmButton), url: opens('confirm-relay', token) },
    after: [say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.ignored, { until: moment(until) }),
    why: say(WORDS.confirmWhy),
  }),
  'relay-message': ({ name, from, message, title, url }, { say }) => ({
    subject: say(WORDS.message, { name, title }),
    paragraphs: [say(WORDS.messageText, { name, from, title }), ...quoted(message), say(WORDS.safe, { name, from })],
    button: { label: say(WORDS.ad), url },
    notYou: say(WORDS.unwanted),
    replyTo: { name: oneLine(name), address: from },
    why: say(WORDS.messageWhy),
  }),
};

/** Line by line, so that nobody takes a stranger's words for ours. */
function quoted(message: string): readonly string[] {
  return message.split(/\n+/).map((line) => `| ${line}`);
}
