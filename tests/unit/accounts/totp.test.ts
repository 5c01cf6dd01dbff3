import { encodeBase32NoPadding } from '@oslojs/encoding';
import { expect, test } from 'vitest';
import { totpCode } from '#tests/support/factors.ts';
import { matchingStep, newTotpSecret, readTotpCode, spelledSecret, totpLink, totpStep } from '#worker/accounts/model/totp.ts';

/** The secret of the examples in RFC 6238, appendix B: "12345678901234567890". */
const RFC = '3132333435363738393031323334353637383930';
const STEP = 30_000;

test('codes are those of RFC 6238, of which six digits are shown', () => {
  const vectors = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const;
  for (const [seconds, code] of vectors) {
    const step = totpStep(seconds * 1000);
    expect(totpCode(RFC, step)).toBe(code);
    expect(matchingStep(RFC, { code, now: seconds * 1000 })).toBe(step);
  }
});

test('a clock may be one step early or late, and no more', () => {
  const now = 1_111_111_111_000;
  const code = (steps: number) => totpCode(RFC, totpStep(now) + steps);
  for (const steps of [-1, 0, 1]) expect(matchingStep(RFC, { code: code(steps), now })).toBe(totpStep(now) + steps);
  for (const steps of [-10, -2, 2, 10]) expect(matchingStep(RFC, { code: code(steps), now })).toBeNull();
});

test('a step begins on its first millisecond and ends before the next', () => {
  const code = totpCode(RFC, 100);
  expect(matchingStep(RFC, { code, now: 99 * STEP - 1 })).toBeNull();
  expect(matchingStep(RFC, { code, now: 99 * STEP })).toBe(100);
  expect(matchingStep(RFC, { code, now: 102 * STEP - 1 })).toBe(100);
  expect(matchingStep(RFC, { code, now: 102 * STEP })).toBeNull();
});

test('a code is read as people type it, and nothing else is taken for one', () => {
  expect(readTotpCode(' 081 804 ')).toBe('081804');
  expect(readTotpCode('081-804')).toBe('081804');
  for (const text of ['', '08180', '0818044', 'abcdef', '٠٨١٨٠٤', '08180４']) expect(readTotpCode(text)).toBeNull();
});

test('a secret is new each time, 160 bits, and spelled as apps take it', () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[0-9a-f]{40}$/);
  expect(one).not.toBe(two);
  expect(spelledSecret(RFC)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  expect(spelledSecret(one).replaceAll(' ', '')).toBe(encodeBase32NoPadding(Uint8Array.from(Buffer.from(one, 'hex'))));
});

test('the link names board and account, whatever is in them', () => {
  const link = new URL(totpLink(RFC, { issuer: 'Key & word', account: 'a+b:c@example.org' }));
  expect(link.protocol).toBe('otpauth:');
  expect(decodeURIComponent(link.pathname)).toContain('Key & word:a+b:c@example.org');
  expect(link.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(link.searchParams.get('issuer')).toBe('Key & word');
});
