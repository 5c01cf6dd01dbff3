import { z } from 'zod';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { LONGEST_MESSAGE, LONGEST_NAME, SHORTEST_MESSAGE } from '#worker/relay/model/relay-limits.ts';

/** What turns or hides letters, or ends a line of a mail, has no place in words to somebody else. Line breaks stay. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?!\n)[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const EMAIL = 'relay.email';
const NAME = 'relay.name';
const MESSAGE = 'relay.message';

/** Body of `POST /api/jobs/{id}/relay`. */
export const relayBody = z.strictObject({
  name: z
    .string({ error: NAME })
    .transform((text) => cleaned(text).replaceAll('\n', ' '))
    .pipe(z.string().min(1, NAME).max(LONGEST_NAME, NAME)),
  /** Left out by whoever is signed in: then it is the address of the account. */
  email: z
    .string({ error: EMAIL })
    .refine((typed) => readEmailAddress(typed) !== null, EMAIL)
    .optional(),
  message: z.string({ error: MESSAGE }).transform(cleaned).pipe(z.string().min(SHORTEST_MESSAGE, MESSAGE).max(LONGEST_MESSAGE, MESSAGE)),
  language: z.string().max(20).optional(),
});

export type RelayWish = z.output<typeof relayBody>;
