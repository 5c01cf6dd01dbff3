import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { counters } from '#db/schema/tables.ts';

/** What a total is of. `feature` is empty for the page itself. */
export interface Counter {
  /** `2026-11-22`, UTC. */
  readonly day: string;
  readonly page: string;
  readonly feature: string;
  readonly country: string;
}

/** A total that may be shown. Null: several together, each of them too small to be shown by itself. */
export interface ShownTotal {
  readonly day: string;
  readonly page: string | null;
  readonly feature: string | null;
  readonly country: string | null;
  readonly count: number;
}

export interface CounterSpan {
  /** The first day. */
  readonly from: string;
  /** The day after the last: today is not over, and what grows under somebody's eyes tells of single visits. */
  readonly until: string;
  /** A total below this is shown to nobody. */
  readonly least: number;
}

export type CountersRepository = ReturnType<typeof countersRepository>;

/** Totals of a day: written one by one, read only where they are of many. */
export function countersRepository(db: Database) {
  return {
    async add(counter: Counter): Promise<void> {
      await db
        .insert(counters)
        .values({ ...counter, count: 1 })
        .onConflictDoUpdate({
          target: [counters.day, counters.page, counters.feature, counters.country],
          set: { count: sql`${counters.count} + 1` },
        });
    },
    shown: (span: CounterSpan) => shown(db, span),
  };
}

/**
 * The only way to read them. What is too small stands together over countries, then over everything of the day, and is left out where even
 * that is too small. Nothing is counted in two of the rows, and no sum over all is given: so nothing follows from a difference.
 */
function shown(db: Database, { from, until, least }: CounterSpan): Promise<readonly ShownTotal[]> {
  return db.all<ShownTotal>(sql`
    with cells as (select day, page, feature, country, count from counters where day >= ${from} and day < ${until}),
      over_countries as (select day, page, feature, sum(count) as count from cells where count < ${least} group by day, page, feature),
      over_pages as (select day, sum(count) as count from over_countries where count < ${least} group by day)
    select day, page, feature, country, count from cells where count >= ${least}
    union all select day, page, feature, null, count from over_countries where count >= ${least}
    union all select day, null, null, null, count from over_pages where count >= ${least}
    order by day desc, page nulls last, feature, country nulls last`);
}
