import type { NetworkKeysRepository } from '#db/repositories/network-keys.ts';
import { base64url, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { randomBytes } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

const encoder = new TextEncoder();
const KEY_BYTES = 32;

export interface HashNetworkContext {
  readonly now: number;
  readonly networkKeys: NetworkKeysRepository;
}

/** Keyed hash of a network, under the key of the day: nobody can tell which it was once that key is deleted. */
export async function hashNetwork({ now, networkKeys }: HashNetworkContext, network: string): Promise<string> {
  const text = await networkKeys.ofDay(utcDay(now), base64url(randomBytes(KEY_BYTES).buffer));
  const key = await crypto.subtle.importKey('raw', encoder.encode(text), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hexadecimal(await hmac(key, network));
}
