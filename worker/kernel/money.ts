/** A pay period as schema.org's unitText says it, in lower case. */
export const SALARY_PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const;
export type SalaryPeriod = (typeof SALARY_PERIODS)[number];

/** How many of a period make a year of full-time work: 1720 hours, 220 days, 52 weeks, 12 months. */
export const PERIODS_A_YEAR: Readonly<Record<SalaryPeriod, number>> = { hour: 1720, day: 220, week: 52, month: 12, year: 1 };

/** Pay as an ad states it. Amounts are integer minor units (cents) of the currency, for one period. */
export interface Salary {
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly period: SalaryPeriod;
}

/** Asking Intl is slow, and its answer never changes. */
const knownDigits = new Map<string, number>();

/** Minor units in one unit of a currency, as a power of ten: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

/** What a salary floor compares: the best that an ad offers, in minor units a year; null where it names no amount. */
export function yearlyBest({ min, max, period }: Omit<Salary, 'currency'>): number | null {
  const best = max ?? min;
  return best === null ? null : aYear(best, period);
}

/** An amount for one period as minor units a year. */
export function aYear(amount: number, period: SalaryPeriod): number {
  return Math.round(amount * PERIODS_A_YEAR[period]);
}
