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
  if (first === 'unreadable') reader.wrong('publishOn', 'Write the day as year-month-day, such as 2027-01-31.');
  if (last === 'unreadable') reader.wrong('validThrough', 'Write the day as year-month-day, such as 2027-01-31.');
  if (first === 'unreadable' || last === 'unreadable') return { publishOn: null, validThrough: null };
  const begins = first === null ? now : startOfDay(first, timeZone);
  if (first !== null && endOfDay(first, timeZone) < now)
    reader.wrong('publishOn', 'This day is over. Choose today or a later one, or leave it empty for at once.');
  if (begins > now + LIFETIME_MS) reader.wrong('publishOn', `Choose a day within the next ${LIFETIME_MS / DAY}.`);
  const ends = last === null ? null : endOfDay(last, timeZone);
  if (ends !== null && ends <= Math.max(now, begins))
    reader.wrong('validThrough', 'This is before the post would be public. Choose a later day.');
  if (ends !== null && ends > Math.max(now, begins) + LIFETIME_MS + DAY)
    reader.wrong('validThrough', `A post is public for ${LIFETIME_MS / DAY} days at most. Choose an earlier day.`);
  return { publishOn: begins > now ? begins : null, validThrough: ends };
}

function dayOf(text: string): CalendarDay | 'unreadable' {
  if (!isDay(text)) return 'unreadable';
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
