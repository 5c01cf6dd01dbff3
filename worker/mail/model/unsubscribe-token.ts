import { base64url, derivedKey, hmac } from '#worker/kernel/hash.ts';

/** What an operator writes to those who said yes to it. */
export const NEWS_SWITCHES = ['newsletter', 'product-mail', 'surveys'] as const;
export type NewsSwitch = (typeof NEWS_SWITCHES)[number];

/** What a link to unsubscribe is about. */
export interface Unsubscribing {
  readonly accountId: string;
  readonly kind: NewsSwitch;
}

/**
 * The token of a link to unsubscribe: it names account and switch, opens nothing else, and works for as long as there is the account.
 * It can be told from a guess without a row of its own.
 */
export async function unsubscribeToken(secret: string, { accountId, kind }: Unsubscribing): Promise<string> {
  const named = `${accountId}.${kind}`;
  return `${named}.${await markOf(secret, named)}`;
}

/** Null for what was not made here. */
export async function readUnsubscribeToken(secret: string, token: string): Promise<Unsubscribing | null> {
  const [, named = '', accountId = '', said = '', mark = ''] = /^(([a-z2-7]{20})\.([a-z-]{1,20}))\.([\w-]{43})$/.exec(token) ?? [];
  const kind = NEWS_SWITCHES.find((one) => one === said);
  if (kind === undefined || !isSame(mark, await markOf(secret, named))) return null;
  return { accountId, kind };
}

async function markOf(secret: string, named: string): Promise<string> {
  return base64url(await hmac(await derivedKey(secret, 'unsubscribe'), named));
}

/** Takes as long for a wrong first letter as for a wrong last one. */
function isSame(one: string, other: string): boolean {
  let differences = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) differences |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return differences === 0;
}
