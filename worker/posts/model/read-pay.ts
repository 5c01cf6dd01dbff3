import { isCurrency } from '#worker/board/model/codes.ts';
import { GIG_UNITS, type GigDetails } from '#worker/jobs/model/job-posting.ts';
import { minorDigits, SALARY_PERIODS, type Salary } from '#worker/kernel/money.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { TextField } from '#worker/posts/model/post-fields.ts';

/** Minor units in a safe number, whatever the currency. */
const MOST = 1_000_000_000_000;

export interface PayRules {
  /** How many times its bottom the top of a range may be without a reason. */
  readonly widestRange: number;
}

/** The pay of a vacancy: one amount, or a range. Null where the work is unpaid, or something is wrong and noted. */
export function readSalary(reader: FieldReader, { widestRange }: PayRules): Salary | null {
  const range = readRange(reader, { currency: 'salaryCurrency', min: 'salaryMin', max: 'salaryMax', widestRange });
  const period = SALARY_PERIODS.find((known) => known === reader.line('salaryPeriod'));
  if (period === undefined && isNamed(reader, ['salaryMin', 'salaryMax'])) reader.wrong('salaryPeriod', 'ad-form.salary-period');
  return range === null || period === undefined ? null : { ...range, period };
}

/** The price of a self-employment advert. */
export function readPrice(reader: FieldReader, { widestRange }: PayRules): GigDetails['price'] | null {
  const range = readRange(reader, { currency: 'priceCurrency', min: 'priceMin', max: 'priceMax', widestRange });
  const unit = GIG_UNITS.find((known) => known === reader.line('priceUnit'));
  if (unit === undefined && isNamed(reader, ['priceMin', 'priceMax'])) reader.wrong('priceUnit', 'ad-form.price-unit');
  return range === null || unit === undefined ? null : { ...range, unit };
}

interface RangeFields extends PayRules {
  readonly currency: TextField;
  readonly min: TextField;
  readonly max: TextField;
}

/** Minor units. */
interface Range {
  readonly currency: string;
  readonly min: number;
  readonly max: number;
}

/** One amount stands for both ends. A range that is too wide needs its reason. */
function readRange(reader: FieldReader, fields: RangeFields): Range | null {
  const { min: from, max: to, widestRange } = fields;
  if (!isNamed(reader, [from, to])) {
    reader.wrong(from, from === 'priceMin' ? 'ad-form.price' : 'ad-form.pay');
    return null;
  }
  const currency = reader.line(fields.currency).toUpperCase();
  if (!isCurrency(currency)) {
    reader.wrong(fields.currency, 'ad-form.currency');
    return null;
  }
  const ends = readEnds(reader, { from, to, currency });
  if (ends === null) return null;
  const { min, max } = ends;
  if (max < min) {
    reader.wrong(to, 'ad-form.range-turned');
    return null;
  }
  if (max > min * widestRange && reader.line('payReason') === '')
    reader.wrong('payReason', { message: 'ad-form.range-wide', values: { times: widestRange } });
  return { currency, min, max };
}

interface Ends {
  readonly from: TextField;
  readonly to: TextField;
  readonly currency: string;
}

function readEnds(reader: FieldReader, { from, to, currency }: Ends): Omit<Range, 'currency'> | null {
  const [first, second] = [readAmount(reader.line(from), currency), readAmount(reader.line(to), currency)];
  if (first === 'unreadable') reader.wrong(from, UNREADABLE);
  if (second === 'unreadable') reader.wrong(to, UNREADABLE);
  if (first === 'unreadable' || second === 'unreadable') return null;
  const min = first ?? second;
  const max = second ?? first;
  return min === null || max === null ? null : { min, max };
}

/** Until an amount is named, it alone is missing: whoever skipped the pay has seen no currency to choose. */
function isNamed(reader: FieldReader, amounts: readonly TextField[]): boolean {
  return amounts.some((field) => reader.line(field) !== '');
}

const UNREADABLE = 'ad-form.amount';

/** `2500`, `2 500,50`, `2,500.50`, `2'500` as minor units; null for nothing. A last separator before one or two figures is the decimal one. */
export function readAmount(text: string, currency: string): number | 'unreadable' | null {
  const plain = text.replace(/[\s'’_]/g, '');
  if (plain === '') return null;
  const [, whole = '', part = ''] = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === '' || !/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole)) return 'unreadable';
  const digits = minorDigits(currency);
  const minor = Math.round(Number(`${whole.replace(/[.,]/g, '')}.${part === '' ? '0' : part}`) * 10 ** digits);
  return minor > 0 && minor <= MOST ? minor : 'unreadable';
}
