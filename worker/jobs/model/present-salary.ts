import type { SalaryView } from '#worker/jobs/model/job-view.ts';
import { minorDigits, type Salary } from '#worker/kernel/money.ts';

/** Minor units as whole or decimal units of the currency. */
export function inUnits(amount: number, currency: string): number;
export function inUnits(amount: number | null, currency: string): number | null;
export function inUnits(amount: number | null, currency: string): number | null {
  return amount === null ? null : amount / 10 ** minorDigits(currency);
}

export function presentSalary(salary: Salary | null): SalaryView | null {
  if (salary === null) return null;
  const { currency, min, max, period } = salary;
  return { currency, min: inUnits(min, currency), max: inUnits(max, currency), period };
}
