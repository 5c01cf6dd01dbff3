import type { SalaryFloor } from '#worker/jobs/model/job-query.ts';
import { minorDigits, PERIODS_A_YEAR } from '#worker/kernel/money.ts';

const LEADING = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];

/** Round yearly amounts, in whole units of any currency: what the salary facet offers. */
export const SALARY_STEPS: readonly number[] = Array.from({ length: 6 }, (_, power) =>
  LEADING.map((digit) => digit * 1000 * 10 ** power),
).flat();

/** A floor as hundredths of a unit a year: compared with an ad's `payOf`, whatever the currency. */
export function floorOf({ amount, period }: SalaryFloor): number {
  return Math.round(amount * 100 * PERIODS_A_YEAR[period]);
}

/** An ad's yearly pay in hundredths of a unit; `yearly` is in minor units, of which a currency may have none or a thousand. */
export function payOf(yearly: number, currency: string): number {
  const digits = minorDigits(currency);
  return digits === 2 ? yearly : Math.round((yearly * 100) / 10 ** digits);
}

/** The steps that a pay reaches, in hundredths of a unit. */
export function stepsReached(pay: number): readonly number[] {
  return SALARY_STEPS.filter((step) => step * 100 <= pay);
}
