import { expect, test } from 'vitest';
import { readPasskeyName } from '#worker/accounts/model/passkey-name.ts';
import { newRecoveryCodes, readRecoveryCode } from '#worker/accounts/model/recovery-codes.ts';

test('ten codes are made, no two alike, and each is read as it is shown', () => {
  const codes = newRecoveryCodes();
  expect(new Set([...codes, ...newRecoveryCodes()]).size).toBe(20);
  for (const code of codes) expect(readRecoveryCode(code)).toBe(code.replaceAll('-', ''));
});

test('a code may be typed with capitals, blanks and every kind of hyphen', () => {
  for (const typed of ['K3VD-7QPA-MN2X', ' k3vd 7qpa mn2x ', 'k3vd–7qpa—mn2x', 'k3vd7qpamn2x'])
    expect(readRecoveryCode(typed)).toBe('k3vd7qpamn2x');
});

test('nothing else is taken for a code', () => {
  for (const typed of ['', 'k3vd-7qpa', 'k3vd-7qpa-mn2x-aaaa', 'k3vd-7qpa-mn21', 'k3vd-7qpa-mn2é', '123456'])
    expect(readRecoveryCode(typed)).toBeNull();
});

test('a passkey’s name stands on one line, of up to sixty characters that can be seen', () => {
  expect(readPasskeyName(' Key\n on \u202e my\u0000 ring ')).toBe('Key on my ring');
  expect(readPasskeyName('🔑'.repeat(60))).toBe('🔑'.repeat(60));
  for (const name of ['', ' \n', '\u200b', 'x'.repeat(61)]) expect(readPasskeyName(name)).toBeNull();
});
