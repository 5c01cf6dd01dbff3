import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { checkPassword, hashPassword } from '#worker/accounts/password-hash.ts';

const PASSWORD = 'purple boats sell well';

describe('a password is kept', () => {
  test('as scrypt with N=2^15, r=8, p=3 and a salt of its own, 16 random bytes', proves('password-hashed'), () => {
    const hashes = [hashPassword(PASSWORD), hashPassword(PASSWORD)];
    expect(hashes[0]).not.toBe(hashes[1]);
    for (const phc of hashes) {
      const [, name, cost, salt = '', hash = ''] = phc.split('$');
      expect([name, cost]).toEqual(['scrypt', 'ln=15,r=8,p=3']);
      const bytes = Buffer.from(salt, 'base64');
      expect(bytes).toHaveLength(16);
      const again = scryptSync(PASSWORD, bytes, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 });
      expect(Buffer.from(hash, 'base64')).toEqual(again);
      expect(phc).not.toContain(PASSWORD);
    }
  });

  test('and matches itself alone, whole and in its own case', () => {
    const phc = hashPassword(PASSWORD);
    expect(checkPassword(PASSWORD, phc)).toEqual({ matches: true, stale: false });
    for (const other of [PASSWORD.slice(0, -1), `${PASSWORD} `, PASSWORD.toUpperCase(), ''])
      expect(checkPassword(other, phc).matches).toBe(false);
  });

  test('however a keyboard writes its letters', () => {
    expect(checkPassword('lo\u0308wen im kafe\u0301', hashPassword('l\u00f6wen im kaf\u00e9')).matches).toBe(true);
  });
});

test('a hash with other numbers still opens, and is called stale', () => {
  const salt = Buffer.alloc(16, 7);
  const hash = scryptSync(PASSWORD, salt, 32, { N: 2 ** 14, r: 8, p: 1 });
  const older = `$scrypt$ln=14,r=8,p=1$${salt.toString('base64').replaceAll('=', '')}$${hash.toString('base64').replaceAll('=', '')}`;
  expect(checkPassword(PASSWORD, older)).toEqual({ matches: true, stale: true });
  expect(checkPassword('another', older)).toEqual({ matches: false, stale: true });
});

test('without a hash, or with one that is none, nothing matches, the empty password neither', () => {
  for (const phc of [null, '', 'plain', '$scrypt$ln=15,r=8,p=3$$'])
    for (const password of ['', PASSWORD]) expect(checkPassword(password, phc)).toEqual({ matches: false, stale: false });
});

test('what is longer than a password may be matches nothing', () => {
  expect(checkPassword('x'.repeat(257), hashPassword('x'.repeat(257))).matches).toBe(false);
});
