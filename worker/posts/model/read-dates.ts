import { isDay } from '#worker/board/model/codes.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';
import { type CalendarDay, endOfDay, startOfDay } from '#worker/kernel/zoned-day.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';

const DAY = 86_400_000;

export interface Calendar {
  readonly now: number;
  /** IANA, of the board. */
  readonly timeZone: string;
}

export interface PostDates {
  readonly publishOn: number | null;
  readonly validThrough: number | null;
}

/** From when and until when a post is public: days of the board's time zone, the last one included. Today is at once. */
export function readDates(reader: FieldReader, { now, timeZone }: Calendar): PostDates {
  const [from, until] = [reader.line('publishOn'), reader.line('validThrough')];
  const first = from === '' ? null : dayOf(from);
  const last = until === '' ? null : dayOf(until);
  if (first === 'unreadable') reader.wrong('publishOn', 'ad-form.day');
  if (last === 'unreadable') reader.wrong('validThrough', 'ad-form.day');
  if (first === 'unreadable' || last === 'unreadable') return { publishOn: null, validThrough: null };
  const begins = first === null ? now : startOfDay(first, timeZone);
  if (first !== null && endOfDay(first, timeZone) < now) reader.wrong('publishOn', 'ad-form.day-over');
  if (begins > now + LIFETIME_MS) reader.wrong('publishOn', 'ad-form.day-far');
  const ends = last === null ? null : endOfDay(last, timeZone);
  if (ends !== null && ends <= Math.max(now, begins)) reader.wrong('validThrough', 'ad-form.until-before');
  if (ends !== null && ends > Math.max(now, begins) + LIFETIME_MS + DAY) reader.wrong('validThrough', 'ad-form.until-far');
  return { publishOn: begins > now ? begins : null, validThrough: ends };
}

function dayOf(text: string): CalendarDay | 'unreadable' {
  if (!isDay(text)) return 'unreadable';
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
