import type { Database } from '#db/client.ts';
import { mailsRepository, type StoredMail } from '#db/repositories/mails.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { openMail } from '#worker/mail/open-mail.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

/** What writes mails, and sees to it that they are sent. */
export function mailParts(db: Database, { config, clock }: Wiring) {
  const { secret, publicUrl } = config;
  const now = clock();
  const mailSeal = sealFor(secret, 'mail');
  const hashRecipient = async (emailKey: string) => hexadecimal(await hmac(await derivedKey(secret, 'mail recipient'), emailKey));
  return {
    hashRecipient,
    prepareMail: (order: MailOrder) => prepareMail({ now, mailSeal, hashRecipient }, order),
    mails: mailsRepository(db),
    openMail: (mail: StoredMail) => openMail({ board, publicUrl, mailSeal }, mail),
  };
}
