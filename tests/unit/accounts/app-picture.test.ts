import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { appPicture } from '#worker/accounts/model/app-picture.ts';
import { newTotpSecret, totpLink } from '#worker/accounts/model/totp.ts';

const SCALE = 4;

/** What a camera sees of the picture. */
function seen({ size, path }: { readonly size: number; readonly path: string }) {
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dot = 0; dot < SCALE * SCALE; dot += 1) {
      const row = Number(y) * SCALE + Math.floor(dot / SCALE);
      const column = Number(x) * SCALE + (dot % SCALE);
      data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  return { width, height: width, data };
}

test('the picture says to a camera what the link says', () => {
  for (const account of ['a@b.example', `${'x'.repeat(64)}@${'y'.repeat(60)}.example`]) {
    const link = totpLink(newTotpSecret(), { issuer: 'Keepword', account });
    expect(decodeQR(seen(appPicture(link)))).toBe(link);
  }
});
