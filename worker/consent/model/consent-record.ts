import type { Act, Method, Surface } from '#worker/consent/model/consent-exchange.ts';
import { base64url, derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';

/** What is kept of one act, as it was sealed: nothing in it says who or where somebody is, beyond a country. */
export interface ConsentRecord {
  readonly seq: number;
  readonly id: string;
  /** SHA-256 of the secret in the browser; null for a refusal without an earlier yes. */
  readonly subject: string | null;
  readonly previousId: string | null;
  readonly act: Act;
  readonly surface: Surface;
  readonly method: Method;
  /** Services with their revision: `counters:1`. What shares data and was granted while `gpc`, was granted despite the signal. */
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  /** Hash of what was shown. */
  readonly notice: string;
  readonly build: string;
  readonly country: string;
  readonly gpc: boolean;
  readonly givenAt: number;
  readonly receivedAt: number;
  readonly validUntil: number;
}

/** A link of the chain. Before the first stands number 0 with an empty HMAC. */
export interface ConsentLink {
  readonly seq: number;
  readonly mac: string;
}

/** HMAC of a text under the key that is for this chain alone. */
export type Seal = (text: string) => Promise<string>;

export function consentSeal(secret: string): Seal {
  let key: Promise<CryptoKey> | null = null;
  return async (text) => {
    key ??= derivedKey(secret, 'consent-chain');
    return hexadecimal(await hmac(await key, text));
  };
}

/**
 * The HMAC of a record's link: over a JSON array of the form's name, the HMAC of the link before, and the record's fields in the order
 * below, times in UTC milliseconds. `replacedAt` and the act's key stay out: they change.
 */
export function sealRecord(seal: Seal, record: ConsentRecord, previousMac: string): Promise<string> {
  const { seq, id, subject, previousId, act, surface, method, granted, refused, notice } = record;
  const { build, country, gpc, givenAt, receivedAt, validUntil } = record;
  const said = [seq, id, subject, previousId, act, surface, method, granted, refused, notice];
  const known = [build, country, gpc, givenAt, receivedAt, validUntil];
  return seal(JSON.stringify(['consent/1', previousMac, ...said, ...known]));
}

/** What makes an act the same again when it is sent twice. */
export interface ActReceived {
  readonly key: string;
  /** When the board received it first. */
  readonly receivedAt: number;
}

/**
 * The secret of the browser whose first yes an act is: 32 bytes that only `SECRET` can tell. The same act sent again, because its answer
 * was lost, brings the same secret, for as long as its record remembers the key; after that the key opens nothing. The database keeps neither.
 */
export async function consentSecret(secret: string, { key, receivedAt }: ActReceived): Promise<string> {
  return base64url(await hmac(await derivedKey(secret, 'consent-secret'), `${key}/${receivedAt}`));
}
