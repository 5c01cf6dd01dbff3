import { randomBytes } from '#worker/kernel/random.ts';

const encoder = new TextEncoder();
const NONCE_BYTES = 12;

/** Closes a text so that the database alone cannot open it, and opens it again; each purpose has a key of its own. */
export interface Seal {
  /** AES-256-GCM under a random nonce, base64. `about` binds it to its row: what is moved to another does not open. */
  close(text: string, about: string): Promise<string>;
  /** Null for what was not closed here, under this key and about this. */
  open(sealed: string, about: string): Promise<string | null>;
}

/** A seal whose key HKDF derives from `SECRET` for one purpose. */
export function sealFor(secret: string, purpose: string): Seal {
  let key: Promise<CryptoKey> | null = null;
  const keyOnce = () => {
    key ??= sealingKey(secret, purpose);
    return key;
  };
  return {
    close: async (text, about) => {
      const iv = randomBytes(NONCE_BYTES);
      const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(about) };
      const closed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await keyOnce(), encoder.encode(text)));
      return toBase64(Uint8Array.of(...iv, ...closed));
    },
    open: async (sealed, about) => {
      const bytes = fromBase64(sealed);
      if (bytes === null || bytes.length <= NONCE_BYTES) return null;
      const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, NONCE_BYTES), additionalData: encoder.encode(about) };
      const opened = await crypto.subtle.decrypt(algorithm, await keyOnce(), bytes.slice(NONCE_BYTES)).catch(() => null);
      return opened === null ? null : new TextDecoder().decode(opened);
    },
  };
}

async function sealingKey(secret: string, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`seal ${purpose}`) };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
