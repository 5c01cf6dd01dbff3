import { byteSealFor } from '#worker/kernel/seal-bytes.ts';

/** Closes a text so that the database alone cannot open it, and opens it again; each purpose has a key of its own. */
export interface Seal {
  /** As base64. `about` binds it to its row: what is moved to another does not open. */
  close(text: string, about: string): Promise<string>;
  /** Null for what was not closed here, under this key and about this. */
  open(sealed: string, about: string): Promise<string | null>;
}

/** A seal whose key HKDF derives from `SECRET` for one purpose. */
export function sealFor(secret: string, purpose: string): Seal {
  const seal = byteSealFor(secret, purpose);
  return {
    close: async (text, about) => toBase64(await seal.close(new TextEncoder().encode(text), about)),
    open: async (sealed, about) => {
      const bytes = fromBase64(sealed);
      const opened = bytes === null ? null : await seal.open(bytes, about);
      return opened === null ? null : new TextDecoder().decode(opened);
    },
  };
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
