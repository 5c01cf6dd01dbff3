import type { SalaryView } from '#worker/jobs/model/job-view.ts';

const DAY = 86_400_000;
const UNITS = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
] as const;

/** Numbers, money and dates as one language writes them. Dates turn at midnight in the board's time zone. */
export interface Format {
  readonly number: (value: number) => string;
  /** `$84,744–$98,000`; the period is said beside it. Null where neither end is named. */
  readonly money: (currency: string, min: number | null, max: number | null) => string | null;
  /** `20 November 2026` */
  readonly day: (time: string) => string;
  /** `2 days ago`, `today` */
  readonly age: (time: string) => string;
  /** `10 km` */
  readonly distance: (km: number) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
}

export interface Locale {
  readonly language: string;
  readonly timeZone: string;
  readonly now: number;
}

export function formatOf(locale: Locale): Format {
  const { language, timeZone, now } = locale;
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(datesIn(language), { dateStyle: 'long', timeZone });
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const dayNumber = daysIn(timeZone);
  return {
    number: (value) => number.format(value),
    money: (currency, min, max) => money({ language, currency, min, max }),
    day: (time) => day.format(new Date(time)),
    age: (time) => age(ago, dayNumber(now) - dayNumber(Date.parse(time))),
    distance: (km) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: 'kilometer', maximumFractionDigits: km < 10 ? 1 : 0 }).format(km),
    country: (code) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code,
    language: (code) => new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code,
    list: (items) => new Intl.ListFormat(language, { type: 'disjunction' }).format(items),
  };
}

/** `en` alone would write dates the American way round. */
function datesIn(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

interface Amounts {
  readonly language: string;
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
}

function money({ language, currency, min, max }: Amounts): string | null {
  const low = min ?? max;
  const high = max ?? min;
  if (low === null || high === null) return null;
  const whole = Number.isInteger(low) && Number.isInteger(high);
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, ...(whole ? { maximumFractionDigits: 0 } : {}) });
  if (low === high) return format.format(low);
  return format.formatRange(low, high).replace(/\s*–\s*/u, '–');
}

/** Counts calendar days of a time zone, so that "yesterday" is yesterday there. */
function daysIn(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (time) => Math.round(Date.parse(format.format(time)) / DAY);
}

function age(ago: Intl.RelativeTimeFormat, days: number): string {
  const [unit, length] = UNITS.find(([, length]) => days >= length) ?? ['day', 1];
  return ago.format(-Math.floor(days / length), unit);
}

/** What is said beside an amount when only one end is named. */
export function openEnd(salary: SalaryView): 'from' | 'upto' | null {
  if (salary.min !== null && salary.max === null) return 'from';
  return salary.min === null && salary.max !== null ? 'upto' : null;
}
