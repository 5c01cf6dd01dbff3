import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

/** As every board of the tests has it. */
export const MAIL_SECRET = 'a secret that only the tests know, and long';

/** Prepares mails as a board does at that time. */
export function preparer(now: number): (order: MailOrder) => Promise<PreparedMail> {
  return (order) => prepareMail({ now, mailSeal: sealFor(MAIL_SECRET, 'mail'), hashRecipient }, order);
}

export async function hashRecipient(emailKey: string): Promise<string> {
  return hexadecimal(await hmac(await derivedKey(MAIL_SECRET, 'mail recipient'), emailKey));
}
