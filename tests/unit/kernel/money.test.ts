import { expect, test } from 'vitest';
import { aYear, minorDigits } from '#worker/kernel/money.ts';

test.each([
  ['hour', 2500, 4_300_000],
  ['day', 20_000, 4_400_000],
  ['week', 90_000, 4_680_000],
  ['month', 400_000, 4_800_000],
  ['year', 5_000_000, 5_000_000],
] as const)('pay by the %s is compared as that of a full year of work', (period, amount, year) => {
  expect(aYear(amount, period)).toBe(year);
});

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('an amount in %s has %i minor digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});
