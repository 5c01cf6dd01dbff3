import { offsetAt } from '#worker/kernel/zoned-day.ts';

const DAY_MS = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day, with the moment where the text names one. */
export interface ParsedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** UTC milliseconds; null for a day without time. */
  readonly moment: number | null;
}

/** What a mapping may call its dates; ISO 8601 and RFC 822 are always read. */
export const DATE_FORMATS = ['M/D/YYYY', 'D/M/YYYY', 'D.M.YYYY', 'D-M-YYYY', 'D-MMM-YY', 'YYYY/M/D', 'YYYYMMDD'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const READERS: Readonly<Record<DateFormat, { readonly pattern: RegExp; readonly order: string }>> = {
  'M/D/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/, order: 'mdy' },
  'D/M/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/, order: 'dmy' },
  'D.M.YYYY': { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b/, order: 'dmy' },
  'D-M-YYYY': { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})\b/, order: 'dmy' },
  'D-MMM-YY': { pattern: /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[-, ]+(\d{4}|\d{2})$/i, order: 'dmy' },
  'YYYY/M/D': { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})\b/, order: 'ymd' },
  YYYYMMDD: { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: 'ymd' },
};

/** A date as a feed states it; null where it states none. */
export type StatedDate = ParsedDate | 'unreadable' | null;

/** What a feed's field says: nothing, a date in one of the formats or as the web writes dates, or something else. */
export function readDate(text: string, formats: readonly DateFormat[] = []): StatedDate {
  return text.trim() === '' ? null : (parseDate(text, formats) ?? 'unreadable');
}

/** A date in one of the formats, or null where the text is none that exists. */
export function parseDate(text: string, formats: readonly DateFormat[]): ParsedDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}.*))?$/.exec(trimmed);
  if (iso) return existing({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, iso[4] ? momentOf(trimmed) : null);
  for (const format of formats) {
    const { pattern, order } = READERS[format];
    const match = pattern.exec(trimmed);
    const found = match && existing(inOrder(match.slice(1, 4), order), null);
    if (found) return found;
  }
  return parseRfc822(trimmed);
}

const RFC_822 = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})(?:,?\s+(\d.*))?$/i;
const NAMED_ZONE = /(?:[+-]\d{2}:?\d{2}|(?<![a-z])(?:Z|UTC?|GMT|[ECMP][SD]T))(?:\s*\(.*\))?$/i;

/** `Sun, 22 Nov 2026 10:00:00 +0100`, or the day alone. As in ISO, a time without zone is taken as UTC: never as this machine's. */
function parseRfc822(text: string): ParsedDate | null {
  const [, day, month, year, time] = RFC_822.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  if (time === undefined) return existing(inOrder([day, month, year], 'dmy'), null);
  return fromMoment(Date.parse(NAMED_ZONE.test(time) ? text : `${text} UTC`));
}

/** ISO without offset is taken as UTC: a feed that names no zone leaves nothing better. */
function momentOf(text: string): number {
  const joined = text.replace(' ', 'T').replace(/\s/g, '');
  return Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(joined) ? joined : `${joined}Z`);
}

function inOrder(parts: readonly string[], order: string): { year: number; month: number; day: number } {
  const part = (name: string) => parts[order.indexOf(name)] ?? '';
  const month = /^\d+$/.test(part('m')) ? Number(part('m')) : MONTHS.indexOf(part('m').slice(0, 3).toLowerCase()) + 1;
  const year = Number(part('y'));
  return { year: part('y').length === 2 ? (year >= 70 ? 1900 : 2000) + year : year, month, day: Number(part('d')) };
}

function existing(date: { year: number; month: number; day: number }, moment: number | null): ParsedDate | null {
  const check = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const exists = date.year >= 1970 && date.year <= 2200 && check.getUTCMonth() === date.month - 1 && check.getUTCDate() === date.day;
  return exists && !Number.isNaN(moment) ? { ...date, moment } : null;
}

function fromMoment(moment: number): ParsedDate | null {
  if (Number.isNaN(moment)) return null;
  const date = new Date(moment);
  return existing({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }, moment);
}

/** Days since 1970 of the day that it is in a time zone. */
export function dayNumber(moment: number, timeZone: string): number {
  return Math.floor((moment + offsetAt(moment, timeZone)) / DAY_MS);
}
