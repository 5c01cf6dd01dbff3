import { randomBytes } from '#worker/kernel/random.ts';

const encoder = new TextEncoder();
const NONCE_BYTES = 12;
const ALGORITHM = 'AES-GCM';

/** Closes bytes so that their store alone cannot open them, and opens them again; each purpose has a key of its own. */
export interface ByteSeal {
  /** AES-256-GCM under a random nonce, which comes first. `about` binds it to its place: what is moved to another does not open. */
  close(bytes: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Null for what was not closed here, under this key and about this. */
  open(sealed: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A seal whose key HKDF derives from `SECRET` for one purpose. */
export function byteSealFor(secret: string, purpose: string): ByteSeal {
  let key: Promise<CryptoKey> | null = null;
  const keyOnce = () => {
    key ??= sealingKey(secret, purpose);
    return key;
  };
  return {
    close: async (bytes, about) => {
      const iv = randomBytes(NONCE_BYTES);
      const algorithm = { name: ALGORITHM, iv, additionalData: encoder.encode(about) };
      return joined(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, await keyOnce(), bytes)));
    },
    open: async (sealed, about) => {
      if (sealed.length <= NONCE_BYTES) return null;
      const algorithm = { name: ALGORITHM, iv: sealed.subarray(0, NONCE_BYTES), additionalData: encoder.encode(about) };
      const opened = await crypto.subtle.decrypt(algorithm, await keyOnce(), sealed.subarray(NONCE_BYTES)).catch(() => null);
      return opened === null ? null : new Uint8Array(opened);
    },
  };
}

async function sealingKey(secret: string, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`seal ${purpose}`) };
  return crypto.subtle.deriveKey(derivation, material, { name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
