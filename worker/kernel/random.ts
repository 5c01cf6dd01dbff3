const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The one source of randomness: cryptographically strong bytes. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A public id: 20 letters and digits (a–z, 2–7), 100 random bits, safe in URLs and in Meilisearch. */
export function newId(): string {
  return Array.from(randomBytes(20), (byte) => ALPHABET[byte & 31] ?? '').join('');
}

/** Whether a text has the form of an id; says nothing about existence. */
export function isId(text: string): boolean {
  return /^[a-z2-7]{20}$/.test(text);
}
