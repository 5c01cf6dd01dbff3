import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** How mails are closed and addresses hashed, under keys that HKDF derives from `SECRET`: for the board and for its commands. */
export function mailKeys(secret: string) {
  return {
    mailSeal: sealFor(secret, 'mail'),
    hashRecipient: async (emailKey: string) => hexadecimal(await hmac(await derivedKey(secret, 'mail recipient'), emailKey)),
  };
}
