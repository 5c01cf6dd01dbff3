import { expect, test } from 'vitest';
import { aYear, minorDigits, yearlyBest } from '#worker/kernel/money.ts';

test.each([
  ['hour', 2500, 4_300_000],
  ['day', 20_000, 4_400_000],
  ['week', 90_000, 4_680_000],
  ['month', 400_000, 4_800_000],
  ['year', 5_000_000, 5_000_000],
] as const)('pay by the %s is compared as that of a full year of work', (period, amount, year) => {
  expect(aYear(amount, period)).toBe(year);
});

test('an ad is compared by the best that it offers', () => {
  expect(yearlyBest({ min: 2000_00, max: 3000_00, period: 'month' })).toBe(36_000_00);
  expect(yearlyBest({ min: 2000_00, max: null, period: 'month' })).toBe(24_000_00);
  expect(yearlyBest({ min: null, max: null, period: 'month' })).toBeNull();
});

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('an amount in %s has %i minor digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});
