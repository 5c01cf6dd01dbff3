import { parseArgs } from 'node:util';
import { countersRepository, type ShownTotal } from '#db/repositories/counters.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { orderly } from '#worker/local/orderly.ts';
import { tableOf } from '#worker/local/print-table.ts';
import { withDatabase } from '#worker/local/with-database.ts';
import { LEAST_SHOWN } from '#worker/promises/model/numbers.ts';

const DAY = 86_400_000;
const USUAL_DAYS = '30';
const MOST_DAYS = 3_660;
const LEFT_OUT = `Totals below ${LEAST_SHOWN} are shown to nobody, and a day only once it is over.`;

/** `npm run counters`: the daily totals of the use of pages and features, as far as they may be shown. */
await orderly(async () => {
  const days = readDays(process.argv.slice(2));
  await withDatabase(async ({ db, now }) => {
    const span = { from: utcDay(now - days * DAY), until: utcDay(now), least: LEAST_SHOWN };
    const totals = await countersRepository(db).shown(span);
    if (totals.length > 0) console.log(tableOf(['day', 'page', 'feature', 'country', 'count'], totals.map(rowOf)));
    console.log(totals.length > 0 ? LEFT_OUT : `Nothing to show since ${span.from}. ${LEFT_OUT}`);
  });
});

function rowOf({ day, page, feature, country, count }: ShownTotal): readonly (string | number)[] {
  return [day, page ?? '(others)', feature ?? '(others)', country ?? '(others)', count];
}

/** Throws one sentence for what it does not understand. */
function readDays(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { days: { type: 'string', default: USUAL_DAYS } } });
  const days = Number(values.days);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new Error(`--days must be a whole number from 1 to ${MOST_DAYS}, not "${values.days}".`);
}
