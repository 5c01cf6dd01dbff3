import { expect, test } from 'vitest';
import { newRecoveryCodes, readRecoveryCode } from '#worker/accounts/model/recovery-codes.ts';

test('ten recovery codes are made at once, each of twelve random letters and digits out of 32', () => {
  const codes = [...newRecoveryCodes(), ...newRecoveryCodes()];
  expect(new Set(codes).size).toBe(20);
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$/);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBeGreaterThan(20);
});

test('a recovery code is read however it is typed, and nothing else is taken for one', () => {
  const [code = ''] = newRecoveryCodes();
  const plain = code.replaceAll('-', '');
  for (const typed of [code, code.toUpperCase(), plain, ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '–')]) {
    expect(readRecoveryCode(typed)).toBe(plain);
  }
  for (const typed of ['', plain.slice(1), `${plain}a`, `${plain.slice(1)}1`, `${plain.slice(1)}é`]) {
    expect(readRecoveryCode(typed)).toBeNull();
  }
});
