import { expect, test } from 'vitest';
import { isCommonPassword } from '#worker/accounts/common-passwords.ts';
import { COMMON_PASSWORDS } from '#worker/accounts/data/common-passwords.ts';

test('the 100 000 most common passwords are known', () => {
  expect(COMMON_PASSWORDS.count).toBe(100_000);
  for (const password of ['password', '1qaz2wsx3edc', 'letmein', 'qwerty123456', 'trustno1'])
    expect(isCommonPassword(password), password).toBe(true);
});

test('neither capitals, nor digits and signs behind it, nor saying it twice make a common password another', () => {
  for (const password of ['PassWord', 'Sunshine2026!!!!', 'iloveyou 1234567', 'passwordpassword', 'Passwordpassword!'])
    expect(isCommonPassword(password), password).toBe(true);
});

test('other passwords are not taken for common ones', () => {
  const others = Array.from({ length: 2000 }, (_, index) => `boat ${index * 7919} kelp ${index}x`);
  expect(others.filter(isCommonPassword)).toEqual([]);
});
