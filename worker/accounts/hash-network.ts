import type { NetworkKeysRepository } from '#db/repositories/network-keys.ts';
import { hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { newSecret } from '#worker/kernel/secret.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { after, days } from '#worker/promises/model/duration.ts';

const encoder = new TextEncoder();

export interface HashNetworkContext {
  readonly now: number;
  readonly networkKeys: NetworkKeysRepository;
}

/** Keyed hash of a network, under the key of the day: nobody can tell which it was once that key is deleted. */
export async function hashNetwork({ now, networkKeys }: HashNetworkContext, network: string): Promise<string> {
  const text = await networkKeys.ofDay(utcDay(now), newSecret());
  const key = await crypto.subtle.importKey('raw', encoder.encode(text), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hexadecimal(await hmac(key, network));
}

/** Sees to it that there is a key for tomorrow. */
export async function makeKeyAhead({ now, networkKeys }: HashNetworkContext): Promise<void> {
  await networkKeys.ofDay(utcDay(after(now, days(1))), newSecret());
}
