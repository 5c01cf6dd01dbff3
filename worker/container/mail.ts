import type { Config } from '#worker/config.ts';
import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

/** What writes mails. */
export function mailParts({ secret }: Config, now: number) {
  const mailSeal = sealFor(secret, 'mail');
  const hashRecipient = async (emailKey: string) => hexadecimal(await hmac(await derivedKey(secret, 'mail recipient'), emailKey));
  return { hashRecipient, prepareMail: (order: MailOrder) => prepareMail({ now, mailSeal, hashRecipient }, order) };
}
