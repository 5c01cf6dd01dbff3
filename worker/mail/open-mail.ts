import type { StoredMail } from '#db/repositories/mails.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailContents } from '#worker/mail/model/mail-facts.ts';
import { type Letter, type WrittenMail, writeMail } from '#worker/mail/model/write-mail.ts';

export interface OpenMailContext {
  readonly board: Board;
  readonly publicUrl: string;
  readonly mailSeal: Seal;
}

/** A mail that can be read: to whom, and what it says. */
export interface OpenedMail extends WrittenMail {
  readonly to: string;
}

/** What a mail says. Null where its contents were wiped, or were sealed under another secret. */
export async function openMail({ board, publicUrl, mailSeal }: OpenMailContext, mail: StoredMail): Promise<OpenedMail | null> {
  const text = mail.sealed === null ? null : await mailSeal.open(mail.sealed, mail.id);
  if (text === null) return null;
  const { to, facts } = contentsIn(text);
  return { to, ...writeMail(letterOf(mail.kind, facts), { board, publicUrl, language: mail.language }) };
}

/** Safe because nothing but `prepareMail` seals under this key, about this id. */
function contentsIn(text: string): MailContents {
  return JSON.parse(text) as MailContents;
}

/** Safe because `prepareMail` took kind and facts from one order. */
function letterOf(kind: string, facts: MailContents['facts']): Letter {
  return { kind, facts } as Letter;
}
