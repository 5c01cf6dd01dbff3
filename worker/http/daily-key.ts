const encoder = new TextEncoder();
const DAY = 86_400_000;

/** A keyed hash that no one can reverse or compare across days: HMAC under a key that HKDF derives from SECRET and the day. */
export async function dailyHash(text: string, { secret, now }: { readonly secret: string; readonly now: number }): Promise<string> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`rate-limit/${Math.floor(now / DAY)}`) },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return Array.from(new Uint8Array(signature).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
