import { minorDigits, type Salary, type SalaryPeriod } from '#worker/kernel/money.ts';

const SIGNS: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['₼', 'AZN'],
  ['zł', 'PLN'],
  ['₺', 'TRY'],
  ['₹', 'INR'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['$', 'USD'],
  ['kr', 'SEK'],
];
const PERIOD_WORDS: readonly (readonly [RegExp, SalaryPeriod])[] = [
  [/\b(?:hour|hourly|hr|hrs|h|stunde|std|timme|tim|tunti|tunnissa|saat)\b|\/h\b/i, 'hour'],
  [/\b(?:day|daily|diem|tag|dag|päivä|gün)\b|\/d\b/i, 'day'],
  [/\b(?:week|weekly|wk|woche|vecka|viikko|həftə)\b/i, 'week'],
  [/\b(?:month|monthly|mo|mth|monat|månad|mån|kuukausi|kuukaudessa|kk|ay)\b/i, 'month'],
  [/\b(?:year|yearly|annual|annually|annum|yr|p\.?\s?a|jahr|år|vuosi|vuodessa|il)\b/i, 'year'],
];
/** Above this much a year, in whole units, a number is a slip of the pen. */
const LARGEST = 1e12;

/** One number as people write money: `$35,252`, `45.000,00 €`, `SEK 35 000`, `£30k`. Null where there is none. */
export function parseAmount(text: string): number | null {
  const match = /\d[\d.,'’\s]*/.exec(text);
  if (!match) return null;
  const digits = match[0].replace(/[\s'’]/g, '').replace(/[.,]+$/, '');
  const isThousands = /^\s?k\b/i.test(text.slice(match.index + match[0].trimEnd().length));
  const value = Number(withPoint(digits)) * (isThousands ? 1000 : 1);
  return Number.isFinite(value) && value >= 0 && value < LARGEST ? value : null;
}

/** The last of two different marks is the decimal one; a single mark before three digits groups thousands. */
function withPoint(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return digits;
  const mark = digits[last] ?? '.';
  const other = mark === '.' ? ',' : '.';
  const isDecimal = digits.includes(other) || (digits.indexOf(mark) === last && digits.length - last - 1 !== 3);
  const whole = digits.slice(0, last).replace(/[.,]/g, '');
  return isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole + digits.slice(last + 1);
}

/** ISO 4217 of a code or sign in a text; null where there is none. */
export function currencyIn(text: string): string | null {
  const code = /(?<![A-Z])([A-Z]{3})(?![A-Z])/.exec(text)?.[1];
  if (code !== undefined && Intl.supportedValuesOf('currency').includes(code)) return code;
  return SIGNS.find(([sign]) => text.includes(sign))?.[1] ?? null;
}

export function periodIn(text: string): SalaryPeriod | null {
  return PERIOD_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export interface SalaryDefaults {
  readonly currency: string | null;
  readonly period: SalaryPeriod | null;
}

/** Pay written as one text: `£30,000 - £35,000 per year`, `25/hour`, `from 45.000,00 €`. */
export function parseSalaryText(text: string, defaults: SalaryDefaults): Salary | null {
  const [low = null, high = null] = (text.match(/\d[\d.,'’]*(?:\s\d{3}(?!\d))*(?:[.,]\d+)?\s?k?\b/giu) ?? []).map(parseAmount);
  const isTop = /\b(?:up to|max|bis|upp till|jopa|enintään)\b/i.test(text);
  return makeSalary({
    min: isTop && high === null ? null : low,
    max: isTop && high === null ? low : high,
    currency: currencyIn(text) ?? defaults.currency,
    period: periodIn(text) ?? defaults.period,
  });
}

/** Whole or decimal units in, minor units out. Zero is no pay, a range upside down is turned, and without currency or amount there is nothing to say. */
export function makeSalary({
  min,
  max,
  currency,
  period,
}: {
  min: number | null;
  max: number | null;
  currency: string | null;
  period: SalaryPeriod | null;
}): Salary | null {
  const [low, high] = [min || null, max || null];
  if (currency === null || (low === null && high === null)) return null;
  const unit = 10 ** minorDigits(currency);
  const ends = [low, high].map((amount) => (amount === null ? null : Math.round(amount * unit)));
  const [from = null, to = null] = low !== null && high !== null && low > high ? ends.toReversed() : ends;
  return { currency, min: from, max: to, period: period ?? likelyPeriod(high ?? low ?? 0) };
}

/** Where the ad names no period: nobody earns 500 a year, or 5 000 an hour. */
function likelyPeriod(amount: number): SalaryPeriod {
  if (amount < 500) return 'hour';
  return amount < 10_000 ? 'month' : 'year';
}
