import type { MailFacts, MailKind } from '#worker/mail/model/mail-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';

/** One line of a list in a mail. */
export interface MessageRow {
  readonly name: string;
  readonly text: string;
}

/** What a mail says, before it is text or HTML: plain sentences, in its language. */
export interface Message {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly rows?: readonly MessageRow[];
  /** Markdown that the operator wrote; stands after the paragraphs. */
  readonly markdown?: string;
  /** The one button. */
  readonly button?: { readonly label: string; readonly url: string };
  /** What stands below the button: how long it works, what happens without it. */
  readonly after?: readonly string[];
  /** What to do where somebody else was at work. */
  readonly notYou?: string;
  /** Somebody else's mailbox, which an answer goes to; ours where left out. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  /** Why this mail came. */
  readonly why: string;
  /** By subscription: where one press ends it. Without it, it is a service mail. */
  readonly unsubscribe?: { readonly page: string; readonly oneClick: string };
}

/** Makes the message of one kind of mail from its facts. */
export type Messages<Kinds extends MailKind> = {
  readonly [Kind in Kinds]: (facts: MailFacts[Kind], voice: MailVoice) => Message;
};
