import { once } from '#site/lib/once.ts';
import type { SalaryView } from '#worker/jobs/model/job-view.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';

const DAY = 86_400_000;
const KILOMETRES = { style: 'unit', unit: 'kilometer' } as const;
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
  /** `20 November 2026`: the day of a moment. */
  readonly day: (time: string) => string;
  /** `March 2026` */
  readonly month: (time: string) => string;
  /** The same for what names no moment: `2026-11-20` is that day wherever the board is. */
  readonly date: (day: string) => string;
  /** `20 November 2026 at 14:05` */
  readonly moment: (time: string) => string;
  /** `2 days ago`, `today` */
  readonly age: (time: string) => string;
  /** `10 km` */
  readonly distance: (km: number) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  /** `Sweden or Finland` */
  readonly anyOf: (items: readonly string[]) => string;
  /** `an e-mail address and a phone number` */
  readonly allOf: (items: readonly string[]) => string;
}

export interface Locale {
  readonly language: string;
  readonly timeZone: string;
  readonly now: number;
}

export function formatOf({ language, timeZone, now }: Locale): Format {
  const write = writersOf(language);
  const { day, month, moment, dayNumber } = calendarOf(`${language} ${timeZone}`);
  return {
    number: (value) => write.number.format(value),
    money: (currency, min, max) => money(write.amount, { currency, min, max }),
    day: (time) => day.format(new Date(time)),
    month: (time) => month.format(new Date(time)),
    date: (written) => write.date.format(new Date(`${written}T00:00:00Z`)),
    moment: (time) => moment.format(new Date(time)),
    age: (time) => age(write.ago, dayNumber(now) - dayNumber(Date.parse(time))),
    distance: (km) => (km < 10 ? write.nearby : write.far).format(km),
    country: (code) => write.countries.of(code) ?? code,
    language: (code) => write.languages.of(code) ?? code,
    anyOf: (items) => write.anyOf.format(items),
    allOf: (items) => write.allOf.format(items),
  };
}

const writersOf = once((language) => ({
  number: new Intl.NumberFormat(language),
  date: new Intl.DateTimeFormat(writtenAs(language), { dateStyle: 'long', timeZone: 'UTC' }),
  ago: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
  nearby: new Intl.NumberFormat(language, { ...KILOMETRES, maximumFractionDigits: 1 }),
  far: new Intl.NumberFormat(language, { ...KILOMETRES, maximumFractionDigits: 0 }),
  countries: new Intl.DisplayNames(language, { type: 'region' }),
  languages: new Intl.DisplayNames(language, { type: 'language' }),
  anyOf: new Intl.ListFormat(language, { type: 'disjunction' }),
  allOf: new Intl.ListFormat(language, { type: 'conjunction' }),
  amount: {
    whole: once((currency) => new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 })),
    exact: once((currency) => new Intl.NumberFormat(language, { style: 'currency', currency })),
  },
}));

/** Days as a language writes them, and counted as a time zone has them, so that "yesterday" is yesterday there. */
const calendarOf = once((key) => {
  const [language = '', timeZone = ''] = key.split(' ');
  const numbers = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return {
    day: new Intl.DateTimeFormat(writtenAs(language), { dateStyle: 'long', timeZone }),
    month: new Intl.DateTimeFormat(writtenAs(language), { month: 'long', year: 'numeric', timeZone }),
    moment: new Intl.DateTimeFormat(writtenAs(language), { dateStyle: 'long', timeStyle: 'short', timeZone }),
    dayNumber: (time: number) => Math.round(Date.parse(numbers.format(time)) / DAY),
  };
});

interface Amounts {
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
}

type AmountWriters = Readonly<Record<'whole' | 'exact', (currency: string) => Intl.NumberFormat>>;

function money(write: AmountWriters, { currency, min, max }: Amounts): string | null {
  const low = min ?? max;
  const high = max ?? min;
  if (low === null || high === null) return null;
  const format = write[Number.isInteger(low) && Number.isInteger(high) ? 'whole' : 'exact'](currency);
  if (low === high) return format.format(low);
  return format.formatRange(low, high).replace(/\s*–\s*/u, '–');
}

function age(ago: Intl.RelativeTimeFormat, days: number): string {
  const [unit, length] = UNITS.find(([, length]) => days >= length) ?? ['day', 1];
  return ago.format(-Math.floor(days / length), unit);
}

/** What is said beside an amount when only one end is named. */
export function openEnd(salary: Pick<SalaryView, 'min' | 'max'>): 'from' | 'upto' | null {
  if (salary.min !== null && salary.max === null) return 'from';
  return salary.min === null && salary.max !== null ? 'upto' : null;
}
