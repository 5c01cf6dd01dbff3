import { sha256 } from '#worker/kernel/hash.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The key of an act that a plain form makes. A button pressed twice gives the same key, and is recorded once; the same form sent again
 * after another choice (by going back) gives another, for `before` is what the browser had chosen until then.
 */
export async function formKey(said: { readonly token: string; readonly choice: unknown; readonly before: string }): Promise<string> {
  const digest = await sha256(JSON.stringify([said.token, said.choice, said.before]));
  return Array.from({ length: 20 }, (_, index) => ALPHABET[Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16) & 31]).join('');
}
