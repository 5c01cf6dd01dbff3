import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';

const DAY = 86_400_000;

/** A keyed hash that no one can reverse or compare across days: HMAC under a key that HKDF derives from SECRET and the day. */
export async function dailyHash(text: string, { secret, now }: { readonly secret: string; readonly now: number }): Promise<string> {
  const key = await derivedKey(secret, `rate-limit/${Math.floor(now / DAY)}`);
  return hexadecimal(await hmac(key, text)).slice(0, 32);
}
