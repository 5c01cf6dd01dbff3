import type { Board } from '#worker/board/model/board.ts';
import { countryName } from '#worker/kernel/display-names.ts';
import { FRAME_WORDS } from '#worker/mail/model/frame-words.ts';
import type { MailFacts, MailKind } from '#worker/mail/model/mail-facts.ts';
import { type MailVoice, mailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Message, Messages } from '#worker/mail/model/message.ts';
import { ACCOUNT_MESSAGES } from '#worker/mail/model/messages/account-messages.ts';
import { AUTHOR_MESSAGES } from '#worker/mail/model/messages/author-messages.ts';
import { DECISION_MESSAGES } from '#worker/mail/model/messages/decision-messages.ts';
import { DOOR_MESSAGES } from '#worker/mail/model/messages/door-messages.ts';
import { EMPLOYER_MESSAGES } from '#worker/mail/model/messages/employer-messages.ts';
import { FACTOR_MESSAGES } from '#worker/mail/model/messages/factor-messages.ts';
import { GUEST_MESSAGES } from '#worker/mail/model/messages/guest-messages.ts';
import { NEWS_MESSAGES } from '#worker/mail/model/messages/news-messages.ts';
import { PRIVACY_MESSAGES } from '#worker/mail/model/messages/privacy-messages.ts';
import { RELAY_MESSAGES } from '#worker/mail/model/messages/relay-messages.ts';
import { oneLine } from '#worker/mail/model/one-line.ts';
import { toMailHtml } from '#worker/mail/model/to-mail-html.ts';
import { toMailText } from '#worker/mail/model/to-mail-text.ts';

const MESSAGES: Messages<MailKind> = {
  ...DOOR_MESSAGES,
  ...ACCOUNT_MESSAGES,
  ...FACTOR_MESSAGES,
  ...EMPLOYER_MESSAGES,
  ...PRIVACY_MESSAGES,
  ...NEWS_MESSAGES,
  ...DECISION_MESSAGES,
  ...GUEST_MESSAGES,
  ...AUTHOR_MESSAGES,
  ...RELAY_MESSAGES,
};

/** What a mail is made from. */
export type Letter = { readonly [Kind in MailKind]: { readonly kind: Kind; readonly facts: MailFacts[Kind] } }[MailKind];

export interface LetterSetting {
  readonly board: Pick<Board, 'name' | 'languages' | 'timeZone' | 'controller'>;
  readonly language: string;
  readonly publicUrl: string;
}

/** A mail as it is sent. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By subscription: the address for `List-Unsubscribe`, which one POST ends it at. */
  readonly unsubscribe: string | null;
  /** Null where an answer comes to us. */
  readonly replyTo: { readonly name: string; readonly address: string } | null;
}

/** What stands around a message: who writes, and why. */
export interface Frame {
  readonly language: string;
  readonly board: string;
  readonly hello: string;
  readonly button: string;
  /** Lines of the foot. */
  readonly foot: readonly string[];
  readonly unsubscribe: { readonly label: string; readonly url: string } | null;
}

/** Writes a mail from its facts: subject, plain text and HTML, in one language. */
export function writeMail(letter: Letter, setting: LetterSetting): WrittenMail {
  const { board, language, publicUrl } = setting;
  const { languages, timeZone } = board;
  const voice = mailVoice({ board: board.name, language, languages, timeZone, publicUrl });
  const message = messageOf(letter.kind, letter.facts, voice);
  const subject = oneLine(message.subject);
  const frame = frameOf(message, { voice, setting });
  return {
    subject,
    text: toMailText(message, frame),
    html: toMailHtml({ ...message, subject }, frame),
    unsubscribe: message.unsubscribe?.oneClick ?? null,
    replyTo: message.replyTo ?? null,
  };
}

function messageOf<Kind extends MailKind>(kind: Kind, facts: MailFacts[Kind], voice: MailVoice): Message {
  return MESSAGES[kind](facts, voice);
}

function frameOf({ why, unsubscribe, replyTo }: Message, { voice, setting }: { voice: MailVoice; setting: LetterSetting }): Frame {
  const { board, language } = setting;
  const { say } = voice;
  const address = [...board.controller.postalAddress, countryName(board.controller.country, language)].join(', ');
  return {
    language,
    board: board.name,
    hello: say(FRAME_WORDS.hello),
    button: say(FRAME_WORDS.button),
    foot: [
      unsubscribe === undefined ? `${why} ${say(FRAME_WORDS.service)}` : why,
      replyTo === undefined ? say(FRAME_WORDS.reply) : say(FRAME_WORDS.replySender, { name: replyTo.name }),
      say(FRAME_WORDS.from, { controller: board.controller.name, address }),
    ],
    unsubscribe: unsubscribe === undefined ? null : { label: say(FRAME_WORDS.unsubscribe), url: unsubscribe.page },
  };
}
